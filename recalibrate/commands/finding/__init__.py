"""Entries and records found for a command: by a query, a name or an id."""
