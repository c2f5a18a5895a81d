"""The company that makes correcting mistakes normal, in words."""
