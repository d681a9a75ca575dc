"""Pages of council papers."""
