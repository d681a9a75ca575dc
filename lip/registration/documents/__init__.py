"""Letters and papers of registration, from values; they read no rows."""
