"""Around an experiment: whether it is wanted, how it is planned in words, how it is decided."""
