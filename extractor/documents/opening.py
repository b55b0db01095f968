"""Opening PDF files, with clear errors for those that cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractor.documents.errors import ReadError
from extractor.documents.limits import Limits


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


def _reason(error: Exception) -> str:
    code = getattr(error, "err_code", None) or pdfium_c.FPDF_GetLastError()
    if code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
        return "Il PDF è cifrato: serve la password; salvarlo senza protezione e riprovare."
    return "Il PDF è danneggiato o incompleto: non si riesce ad aprirlo."
