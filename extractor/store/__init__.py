"""Records → SQLite, and search in it."""
