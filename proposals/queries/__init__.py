"""Read proposals; everything returned is a value."""
