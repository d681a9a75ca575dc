"""What may be decided without looking at a row."""
