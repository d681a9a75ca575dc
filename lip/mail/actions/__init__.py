"""Actions of this area."""
