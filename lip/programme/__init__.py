"""What a conference says of itself in public, and what happens there when."""
