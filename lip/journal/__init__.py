"""Who did what, when, about what: append-only, and without personal data."""
