"""The small tasks and the tries at them."""
