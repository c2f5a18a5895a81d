"""A story laid out as lines of a given width: in full, or told as an experiment."""
