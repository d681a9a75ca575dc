"""What holds at a conference, as pure rules."""
