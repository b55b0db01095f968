"""File → Document: reading any format into one canonical text with its places."""
