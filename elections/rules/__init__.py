"""Rules of elections: values in, values out, exact numbers only."""
