"""Opening PDF files and their pages, with clear errors for those that cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractor.documents.errors import ReadError
from extractor.documents.limits import Limits

_WRITTEN = {pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_STAMP, pdfium_c.FPDF_ANNOT_WIDGET}
"""What is laid over a page and bears words of its own: notes in sight, stamps, form fields."""

_MOST_ANNOTATIONS = 2_000


@contextmanager
def open_pdf(data: bytes, limits: Limits | None = None) -> Iterator[pdfium.PdfDocument]:
    """An open PDF.

    Raises ReadError if it is encrypted, damaged, without pages or beyond the limits.
    """
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise ReadError(_reason(error)) from error
    try:
        count = len(pdf)
        if count == 0:
            raise ReadError("Il PDF non ha pagine: il file è vuoto o danneggiato.")
        if limits is not None:
            limits.check_pages(count)
        yield pdf
    finally:
        pdf.close()


def load_page(pdf: pdfium.PdfDocument, at: int) -> Any:
    """pdfium's handle of a page (from 0), to be closed by who asks; None if it is damaged.

    The stamp of a registry, the box of a digital signature and what was filled into a form lie
    over the page, where its text does not reach: they are made part of the page.
    """
    page = pdfium_c.FPDF_LoadPage(pdf.raw, at)
    if not page:
        return None
    flat = _is_written_over(page) and pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY)
    if flat != pdfium_c.FLATTEN_SUCCESS:
        return page
    pdfium_c.FPDF_ClosePage(page)
    return pdfium_c.FPDF_LoadPage(pdf.raw, at) or None


def page_to_draw(pdf: pdfium.PdfDocument, at: int) -> pdfium.PdfPage:
    """A page (from 0) to be drawn, with all that ``load_page`` makes part of it.

    Raises ReadError if it is damaged.
    """
    page = load_page(pdf, at)
    if page is None:
        raise ReadError(f"La pagina {at + 1} non c'è, o è danneggiata.")
    pdfium_c.FPDF_ClosePage(page)
    return pdf[at]


def _is_written_over(page: Any) -> bool:
    for at in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
        pdfium_c.FPDFPage_CloseAnnot(annotation)
        if kind in _WRITTEN:
            return True
    return False


def _reason(error: Exception) -> str:
    code = getattr(error, "err_code", None) or pdfium_c.FPDF_GetLastError()
    if code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
        return "Il PDF è cifrato: serve la password; salvarlo senza protezione e riprovare."
    return "Il PDF è danneggiato o incompleto: non si riesce ad aprirlo."
