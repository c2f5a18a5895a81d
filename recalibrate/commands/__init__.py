"""The commands, one file each, imported only when called: `arguments` says what one takes, `run` does it."""
