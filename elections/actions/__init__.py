"""Changes of elections."""
