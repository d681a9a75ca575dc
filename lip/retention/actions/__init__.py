"""Delete what is due, and erase on wish."""
