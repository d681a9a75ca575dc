"""Who may sign in, how, and in which role."""
