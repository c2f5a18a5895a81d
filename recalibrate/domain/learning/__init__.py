"""What there is to learn, and the practice of it."""
