"""Documents of the plan on paper, made from values."""
