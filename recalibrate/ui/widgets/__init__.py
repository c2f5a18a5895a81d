"""Pieces of a screen: each shows one thing and posts one kind of message."""
