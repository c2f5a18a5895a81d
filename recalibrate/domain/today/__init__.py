"""What stands on Today, and what waits there for a decision."""
