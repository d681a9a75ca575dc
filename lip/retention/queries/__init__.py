"""Read what is kept, and what was deleted."""
