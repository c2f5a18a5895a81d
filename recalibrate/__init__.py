"""A private notebook for small failures: from a verdict on yourself to one thing you will try."""

__version__ = "0.1.0"
