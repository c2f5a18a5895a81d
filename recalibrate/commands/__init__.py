"""The commands, one file each, imported only when called: `arguments(parser)` says what one takes, `run(...)` does it."""
