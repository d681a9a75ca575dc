"""Uploaded bytes into values, and values into files."""
