"""Veröffentlichen: search, the static copy, the whole plan as one document."""
