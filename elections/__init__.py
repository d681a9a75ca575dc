"""A count anyone can repeat; see docs/architecture.md."""
