"""What can be done with conferences and their guests, one verb a file."""
