"""Changes of the board."""
