"""Reading a command line, and the pages of help about it."""
