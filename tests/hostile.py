"""A folder of files whose words, names and places try to be more than text."""

import io
import zipfile
from pathlib import Path

from scripts.typeset import typeset
from tests import drawn_pdf as draw

SCRIPT = "<script>alert('atto')</script>"
TAX_CODE = "RSSMRA80A01F205X"
IBAN = "IT60X0542811101000000123456"
NAME = '"><img src=x onerror=alert(1)>.pdf'
HIDDEN = "Lucia Cantelmo"

ACT = f"""COMUNE DI VALFIORITA

DETERMINAZIONE DEL RESPONSABILE DEL SERVIZIO

N. 12 DEL 15/03/2024

OGGETTO: Fornitura di arredi "{SCRIPT}" ../../etc/passwd '"&lt; CUP E46G23000300002

IL RESPONSABILE DEL SERVIZIO

VISTO il d.lgs. 18 agosto 2000, n. 267;

VISTA la legge 7 agosto 1990, n. 241 {SCRIPT};

RITENUTO di affidare la fornitura alla ditta {SCRIPT} per € 12.345,67;

DETERMINA

1. di impegnare la somma di € 12.345,67 sul capitolo 1234, CUP E46G23000300002;

2. di pagare il sig. Mario Rossi, codice fiscale {TAX_CODE}, sul conto IBAN {IBAN};

3. di comunicare l'atto entro il 31/12/2024.

Il Responsabile del Servizio

{HIDDEN}
"""


def write_files(folder: Path) -> None:
    """An act as a PDF, its text in an archive, a list whose names stand on two lines of a cell."""
    folder.mkdir(parents=True)
    source = folder / "atto.txt"
    source.write_text(ACT, encoding="utf-8")
    typeset(source, folder / NAME)
    source.unlink()
    with zipfile.ZipFile(folder / "archivio.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../etc/<b>atto</b>.txt", ACT.replace("N. 12", "N. 13"))
        archive.writestr("elenco.pdf", parted_names())
        archive.writestr("rotto.pdf", b"%PDF-1.4 niente")


def parted_names() -> bytes:
    """A table in which a name is printed on two lines, the other cells of its row between."""
    rows = [
        ("N.", "Referente", "Struttura"),
        ("1", "Lucia\nCantelmo", "Servizio\nScuola"),
        ("2", "Ugo\nFerrandi", "Servizio\nStrade"),
    ]
    return draw.pdf(
        lambda canvas: (
            draw.text(canvas, ["COMUNE DI VALFIORITA", "Elenco dei referenti dei servizi"]),
            draw.table(canvas, rows, (60, 100, 260, 420), top=140, height=40),
        )
    )


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    header = io.BytesIO(data[16:24])
    return int.from_bytes(header.read(4)), int.from_bytes(header.read(4))
