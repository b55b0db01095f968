"""Finding a document again inside the archives, messages and signed envelopes it came in."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from extractor.documents.archive import entries, open_zip
from extractor.documents.errors import ReadError
from extractor.documents.limits import Limits
from extractor.documents.mail import attachments, open_message
from extractor.documents.signed import open_envelope
from extractor.documents.sniff import sniff


def find_within(data: bytes, chain: Sequence[str], limits: Limits) -> bytes:
    """The bytes of the last document of ``chain``, each of which is an entry of the one before.

    ``chain`` has the ids (SHA-256 in hexadecimal) from the document that ``data`` must be to the
    one wanted; nothing is given whose digest is not its id. Raises ReadError when a document is
    not where the chain says, is damaged or is beyond the limits.
    """
    limits.check_depth(len(chain) - 1)
    for depth, identity in enumerate(chain):
        found = next(
            (
                entry
                for entry in ([data] if depth == 0 else _entries(data, limits))
                if sha256(entry).hexdigest() == identity
            ),
            None,
        )
        if found is None:
            raise ReadError("Il contenuto del file non è più quello che fu letto.")
        data = found
    return data


def _entries(data: bytes, limits: Limits) -> Iterator[bytes]:
    """What a container holds, as far as it can be read."""
    limits.check_size(len(data))
    kind = sniff(data)
    if kind == "p7m":
        content, _ = open_envelope(data)
        if content is not None:
            yield content
    elif kind == "zip":
        with open_zip(data, limits) as archive:
            yield from (entry for _, entry in entries(archive) if isinstance(entry, bytes))
    elif kind == "eml":
        yield from (entry for _, entry in attachments(open_message(data, limits)))
