"""What goes wrong with parts."""


class PartsError(Exception):
    """Parts that cannot be written or read; the message is an Italian line that says why."""
