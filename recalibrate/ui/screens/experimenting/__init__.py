"""Experiments and overhauls, from their start to their decision."""
