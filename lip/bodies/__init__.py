"""Gremien: who drafts, advises and decides, where, and every step of it."""
