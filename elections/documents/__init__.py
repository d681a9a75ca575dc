"""Minutes of elections on paper."""
