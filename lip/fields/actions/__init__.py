"""What can be done with fields of action."""
