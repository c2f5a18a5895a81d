"""Everything can leave and come in: exports, imports, and bringing two journals together."""
