"""Pages that teach, and practice."""
