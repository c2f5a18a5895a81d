"""Records on their way out of and into the journal, in other formats."""
