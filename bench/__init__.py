"""Programs that measure, and print the bare engine beside."""
