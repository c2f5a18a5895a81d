"""The habits of judging: the catalogue, one's own, and the words they are heard by."""
