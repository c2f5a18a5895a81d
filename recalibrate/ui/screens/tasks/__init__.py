"""The one small task and the tries at it."""
