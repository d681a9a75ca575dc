"""Queries of this area."""
