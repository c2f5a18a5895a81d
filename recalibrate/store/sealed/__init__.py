"""The encrypted journal: its vault, its key, what was sealed while it was locked."""
