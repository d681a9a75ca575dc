"""What holds for proposals: values in, values out."""
