"""What goes wrong with an export, in one Italian line that says what to do."""


class ExportError(Exception):
    """An export that cannot be made; the message says what to do."""
