"""Keeping records on disk: atomic, durable, shared between windows; the only part that knows TinyDB."""
