"""Council papers as documents, made of values."""
