"""The panes of the reframe: one for each prompt, each small."""
