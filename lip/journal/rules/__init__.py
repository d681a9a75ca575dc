"""What an entry of the journal is made of."""
