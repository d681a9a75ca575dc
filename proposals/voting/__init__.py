"""Voting rounds: people rank proposals or clusters; never an election."""
