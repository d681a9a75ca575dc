"""Pure rules of fields of action."""
