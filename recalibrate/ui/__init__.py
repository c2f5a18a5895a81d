"""The Textual screens; the only part that knows Textual."""
