"""What is read of fields of action."""
