"""The company one keeps, and sharing with it."""
