"""What can be done with one kind of thing besides reading it."""
