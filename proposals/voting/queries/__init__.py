"""What voting reads."""
