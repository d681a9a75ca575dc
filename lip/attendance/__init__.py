"""What remains of the day: presence, certificates, lists, figures, feedback."""
