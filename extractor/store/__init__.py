"""Records → SQLite (``writer``), and search in it (``search``).

Nothing is imported here: who searches must not wait for what writes.
"""
