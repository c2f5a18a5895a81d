"""Finding, reading and changing entries."""
