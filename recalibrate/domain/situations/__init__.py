"""The situations that recur, tended and rated."""
