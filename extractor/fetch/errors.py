"""Why an address gave nothing, and whether it may give something later."""


class FetchError(Exception):
    """An address that gave no document; the message is an Italian sentence that says why.

    ``temporary`` is whether to ask again may help; ``after`` are the seconds that the server
    asked to wait (``Retry-After``, RFC 9110 section 10.2.3).
    """

    def __init__(self, message: str, *, temporary: bool = False, after: float | None = None):
        super().__init__(message)
        self.temporary = temporary
        self.after = after


class StoppedError(Exception):
    """The work was asked to stop while it waited."""
