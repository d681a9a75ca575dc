"""An event with doors: its guest list, tickets, badges and the door."""
