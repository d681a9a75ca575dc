"""Handlungsfelder: the fields of action of a city's plan, shared by all areas."""
