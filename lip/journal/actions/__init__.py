"""What can be done with the journal: add to it, nothing else."""
