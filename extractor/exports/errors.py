"""What goes wrong with an export, in one Italian line that says what to do."""

import errno
from pathlib import Path

from extractor.refusals import cause


class ExportError(Exception):
    """An export that cannot be made; the message says what to do."""


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def unwritable(folder: Path, error: OSError) -> ExportError:
    """Why nothing could be written into a folder, which is as it was before."""
    if error.errno in _FULL:
        return ExportError(f"{folder}: il disco è pieno. Liberare spazio e ripetere.")
    if error.errno in _FORBIDDEN:
        return ExportError(
            f"{folder}: non vi si può scrivere. Controllare i permessi, o indicarne un'altra."
        )
    return ExportError(f"{folder}: non vi si può scrivere: {cause(error)}.")
