"""Letters in words: the HTML frame and its plain twin; they read no rows."""
