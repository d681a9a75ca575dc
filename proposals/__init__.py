"""From a sentence on a card to a ranked list; see docs/architecture.md."""
