"""The board: clusters suggested by the machine and decided by people."""
