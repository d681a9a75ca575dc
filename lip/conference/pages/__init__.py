"""What organisers, helpers and guests see of a conference."""
