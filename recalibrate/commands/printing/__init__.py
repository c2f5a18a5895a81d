"""What commands print: cells, stories, JSON, and streams that take nothing more."""
