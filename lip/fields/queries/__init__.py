"""Read fields of action; everything returned is a value."""
