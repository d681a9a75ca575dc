"""Documents that hold much: the whole plan."""
