"""What can be turned, the keys, encryption."""
