"""Who may come: forms, groups, places, waiting lists, invitations."""
