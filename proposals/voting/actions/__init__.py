"""Changes of voting."""
