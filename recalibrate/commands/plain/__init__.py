"""The sessions line by line, with no cursor moved: over any pipe, and for a screen reader."""
