"""The core: people, conferences and the plan, and what all areas share."""

__version__ = "0.1.0"
