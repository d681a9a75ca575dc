"""Migrations of this area."""
