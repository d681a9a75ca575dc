"""Offene Daten: everything public for machines, by the standards of the field."""
