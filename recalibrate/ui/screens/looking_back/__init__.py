"""What changed over months."""
