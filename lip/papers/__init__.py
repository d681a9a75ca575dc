"""Drucksachen: what goes to the council, and what came of it there."""
