"""What can be done with proposals, one verb a file."""
