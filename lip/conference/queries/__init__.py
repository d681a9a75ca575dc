"""Read conferences, their guests and the door; everything returned is a value."""
