"""What goes wrong when a file is read."""

import errno


class ReadError(Exception):
    """A file could not be read; the message is one Italian line that says why and what to do."""


_CAUSES = {
    errno.EACCES: "permesso negato",
    errno.EPERM: "permesso negato",
    errno.ELOOP: "è un collegamento che torna su sé stesso",
    errno.ENAMETOOLONG: "il nome è troppo lungo",
    errno.EISDIR: "è una cartella",
    errno.EIO: "il disco non risponde",
}


def unopened(error: OSError) -> str:
    """Why a file cannot be opened.

    >>> unopened(FileNotFoundError(errno.ENOENT, "No such file or directory"))
    'File non trovato: controllare il percorso.'
    >>> unopened(PermissionError(errno.EACCES, "Permission denied"))
    'Il file non si può aprire: permesso negato.'
    """
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "File non trovato: controllare il percorso."
    return f"Il file non si può aprire: {_CAUSES.get(error.errno or 0, error.strerror)}."
