"""What goes wrong when a file is read."""

from extractor.refusals import cause


class ReadError(Exception):
    """A file could not be read; the message is one Italian line that says why and what to do."""


def unopened(error: OSError) -> str:
    """Why a file cannot be opened.

    >>> import errno
    >>> unopened(FileNotFoundError(errno.ENOENT, "No such file or directory"))
    'File non trovato: controllare il percorso.'
    >>> unopened(PermissionError(errno.EACCES, "Permission denied"))
    'Il file non si può aprire: permesso negato.'
    """
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "File non trovato: controllare il percorso."
    return f"Il file non si può aprire: {cause(error)}."
