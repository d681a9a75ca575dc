"""Results of voting rounds on paper."""
