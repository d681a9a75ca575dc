"""Files for the administration."""
