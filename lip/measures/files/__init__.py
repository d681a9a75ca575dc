"""Files from values: the yearly report, measures for machines."""
