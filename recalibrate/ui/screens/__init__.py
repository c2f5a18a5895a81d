"""What a person can do, one screen a verb."""
