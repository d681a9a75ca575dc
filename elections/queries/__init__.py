"""What elections read."""
