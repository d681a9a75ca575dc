"""How long data is kept, and the proof that it was deleted."""
