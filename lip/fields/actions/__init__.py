"""Changes of fields of action."""
