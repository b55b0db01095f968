"""Why the system refuses something, in Italian."""

import errno
import re

_CAUSES = {
    errno.EACCES: "permesso negato",
    errno.EPERM: "permesso negato",
    errno.EROFS: "il disco si può solo leggere",
    errno.ENOENT: "la cartella non c'è",
    errno.ENOTDIR: "un nome del percorso è un file, non una cartella",
    errno.EISDIR: "è una cartella",
    errno.EEXIST: "c'è già",
    errno.ELOOP: "è un collegamento che torna su sé stesso",
    errno.ENAMETOOLONG: "il nome è troppo lungo",
    errno.ENOSPC: "il disco è pieno",
    errno.EDQUOT: "lo spazio concesso è finito",
    errno.EFBIG: "il file sarebbe troppo grande",
    errno.EIO: "il disco non risponde",
    errno.EMFILE: "troppi file aperti",
    errno.ENFILE: "troppi file aperti",
    errno.ENOMEM: "manca la memoria",
    errno.ECONNREFUSED: "rifiuta il collegamento",
    errno.ECONNRESET: "ha chiuso il collegamento",
    errno.EPIPE: "ha chiuso il collegamento",
    errno.ETIMEDOUT: "non risponde",
    errno.EHOSTUNREACH: "non si raggiunge",
    errno.ENETUNREACH: "la rete non c'è",
    # What looks names up has numbers of its own (EAI_NONAME, EAI_AGAIN, EAI_NODATA)
    -2: "il nome non esiste",
    -3: "il nome ora non si può cercare",
    -5: "il nome non ha un indirizzo",
}


def cause(error: OSError) -> str:
    """Why the system refused, in a few words; in its own where we have none.

    >>> cause(OSError(errno.ENOSPC, "No space left on device"))
    'il disco è pieno'
    """
    return _CAUSES.get(error.errno or 0) or error.strerror or str(error)


def in_italian(message: str) -> str:
    """The message of a library that tells a system's refusal by number, in Italian.

    >>> in_italian("[Errno 111] Connection refused"), in_italian("certificate has expired")
    ('rifiuta il collegamento', 'certificate has expired')
    """
    number = re.match(r"\[Errno (-?\d{1,4})\]", message)
    return cause(OSError(int(number[1]), message)) if number else message
