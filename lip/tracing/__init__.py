"""Spuren: what became of what, both ways, and how soon it was answered."""
