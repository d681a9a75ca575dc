"""Counting: one file per method, each with one entry point `count`."""
