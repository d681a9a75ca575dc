"""Attendance as files."""
