"""What goes wrong when a file is read."""


class ReadError(Exception):
    """A file could not be read; the message is one Italian line that says why and what to do."""
