"""The sample conference of `lip demo`: two hundred invented people."""
