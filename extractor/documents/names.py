"""Names of files as text."""


def readable(name: str) -> str:
    r"""A file's name as text that SQLite and JSON can hold: stray bytes are shown as escapes.

    Python gives the bytes of a name that are not UTF-8 as lone surrogates (PEP 383).

    >>> readable("perchè.pdf"), readable("perch\udce8.pdf")
    ('perchè.pdf', 'perch\\udce8.pdf')
    """
    return name.encode("utf-8", "backslashreplace").decode()
