"""What the site is, how far to trust it, and what it does not show."""

from extractor.site.web import Ask, Page, Reply, Route


def about(ask: Ask) -> Reply:
    """The page at ``/informazioni``."""
    scanned = ask.store.execute("select sum(pagine_ocr) from documenti").fetchone()[0]
    read = ask.store.execute("select count(*), sum(stato = 'errore') from file").fetchone()
    last = ask.store.execute("select max(acquisito_il) from acquisizioni").fetchone()[0]
    return Page(
        "informazioni.html",
        {
            "pagine_ocr": scanned or 0,
            "file_provati": read[0],
            "file_falliti": read[1] or 0,
            "ultima_lettura": (last or "")[:10],
        },
    )


ROUTES = (Route(r"^/informazioni$", about),)
