"""Documents for programs, written from values."""
