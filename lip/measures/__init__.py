"""Vorhaben: what the city does, with whom, until when, and how far it has come."""
