"""Pure rules of the board."""
