"""Files that people give: read into values."""
