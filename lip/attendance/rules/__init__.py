"""Rules of attendance: hours, certificates, lists, figures, feedback."""
