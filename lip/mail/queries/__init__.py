"""Reads the outbox."""
