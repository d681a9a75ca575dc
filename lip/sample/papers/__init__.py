"""The council papers of the sample: one of the city's own, and one for a decision."""

from lip.sample.papers.fill_in_papers import fill_in_papers

__all__ = ["fill_in_papers"]
