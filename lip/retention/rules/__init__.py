"""What deletion records are made of, and how backups are judged."""
