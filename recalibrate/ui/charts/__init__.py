"""Charts as text: values and a width in, lines of spans out. Nothing here knows Textual but `content`."""
