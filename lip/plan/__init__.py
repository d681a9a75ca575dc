"""Der Plan: chapters with line numbers, amendments, versions and what changed."""
