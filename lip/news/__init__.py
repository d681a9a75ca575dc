"""Projekte und Nachrichten: pages beside the plan, with what others said."""
