"""Read what is known of attendance."""
