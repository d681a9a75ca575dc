"""Uploaded documents: are they what they are called?"""
