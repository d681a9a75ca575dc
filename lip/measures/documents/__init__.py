"""Sheets in words and on paper; they read no rows."""
