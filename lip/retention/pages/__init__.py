"""Pages about what is kept: for organisers, and for the person herself."""
