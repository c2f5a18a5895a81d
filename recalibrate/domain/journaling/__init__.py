"""The journal tended: edited, tagged, binned, shared, told as a story."""
