"""Certificates, lists and figures on paper."""
