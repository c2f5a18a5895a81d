"""The guided reframe."""
