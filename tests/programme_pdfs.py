"""Programmes of works and of purchases as offices print them, for the tests of their reading.

Made-up municipality and interventions, on the forms of d.m. 14/2018 and of annex I.5 of
d.lgs. 36/2023: wide tables of small print, headings over two or three rows or printed upright,
cells so narrow that they break words and codes, tables that go on overleaf.
"""

import io
from collections.abc import Sequence

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

_CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=5.5, leading=6.5, splitLongWords=1)
_HEAD = ParagraphStyle("head", parent=_CELL, fontName="Helvetica-Bold", alignment=1)
_TITLE = ParagraphStyle("title", parent=_HEAD, fontSize=9, leading=11, spaceAfter=6)
_OF = "DELL'AMMINISTRAZIONE Comune di Vallechiara"
_WORKS = f"PROGRAMMA TRIENNALE DELLE OPERE PUBBLICHE 2024/2026 {_OF}"
_PURCHASES = f"PROGRAMMA TRIENNALE DEGLI ACQUISTI DI BENI E SERVIZI 2025/2027 {_OF}"
_FORM = "ALLEGATO I.5 - SCHEDA {}: {}"

Span = tuple[tuple[int, int], tuple[int, int]]


class _Upright(Flowable):  # type: ignore[misc]
    """Words turned by a quarter, as headings of narrow columns are."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.lines = words.split("\n")

    def wrap(self, *_: float) -> tuple[float, float]:
        return 7.0 * len(self.lines), 95.0

    def draw(self) -> None:
        self.canv.rotate(90)
        self.canv.setFont("Helvetica-Bold", 5.5)
        for number, line in enumerate(self.lines):
            self.canv.drawString(2, -6 - 7 * number, line)


def _pdf(*flow: Flowable) -> bytes:
    out = io.BytesIO()
    margins = {f"{side}Margin": 22 for side in ("left", "right", "top", "bottom")}
    SimpleDocTemplate(out, pagesize=landscape(A4), invariant=1, **margins).build([*flow])
    return out.getvalue()


def _grid(
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    heads: int = 1,
    spans: Sequence[Span] = (),
    upright: Sequence[int] = (),
    ruled: bool = True,
) -> Table:
    def cell(words: str, row: int, at: int) -> Flowable:
        if row == 0 and at in upright:
            return _Upright(words)
        return Paragraph(words, _HEAD if row < heads else _CELL)

    style = [("SPAN", *span) for span in spans]
    style += [("VALIGN", (0, 0), (-1, -1), "MIDDLE" if ruled else "TOP")]
    style += [(f"{side}PADDING", (0, 0), (-1, -1), 2) for side in ("LEFT", "RIGHT")]
    if ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    cells = [[cell(word, y, x) for x, word in enumerate(row)] for y, row in enumerate(rows)]
    return Table(cells, colWidths=widths, repeatRows=heads, style=style)


def _down(rows: int, *places: int) -> list[Span]:
    """Cells of the heading that take all its rows."""
    return [((at, 0), (at, rows - 1)) for at in places]


def _title(form: str, programme: str, words: str) -> list[Flowable]:
    return [Paragraph(_FORM.format(form, programme), _TITLE), Paragraph(words, _TITLE)]


def cui(letter: str, year: int, number: int) -> str:
    """A CUI of the made-up municipality."""
    return f"{letter}80012340156{year}{number:05d}"


def cup(number: int) -> str:
    """A CUP made up for a work."""
    return f"H41B23001{number:02d}0001"


def _resources() -> list[Flowable]:
    rows = [
        ["TIPOLOGIA RISORSE", "ARCO TEMPORALE DI VALIDITÀ DEL PROGRAMMA", "", "", ""],
        ["", "Primo anno", "Secondo anno", "Terzo anno", "Importo Totale (2)"],
        ["stanziamenti di bilancio", "573.525,00", "832.799,95", "0.00", "1.406.324,95"],
        ["totale", "573.525,00", "832.799,95", "0.00", "1.406.324,95"],
    ]
    spans = [*_down(2, 0), ((1, 0), (4, 0))]
    title = _title("A", _WORKS, "QUADRO DELLE RISORSE NECESSARIE ALLA REALIZZAZIONE DEL PROGRAMMA")
    return [*title, _grid(rows, [240, 90, 90, 90, 90], 2, spans), PageBreak()]


def _properties() -> list[Flowable]:
    rows = [
        ["Codice univoco immobile (1)", "Riferimento CUI intervento (2)", "Descrizione immobile",
         "Valore Stimato (4)", "", "", ""],
        ["", "", "", "Primo anno", "Secondo anno", "Terzo anno", "Totale"],
        ["I80012340156202400001", cui("L", 2024, 3), "Ex scuola di via Vecchia", "80.000,00",
         "0,00", "0,00", "80.000,00"],
    ]  # fmt: skip
    spans = [*_down(2, 0, 1, 2), ((3, 0), (6, 0))]
    title = _title("C", _WORKS, "ELENCO DEGLI IMMOBILI DISPONIBILI")
    return [*title, _grid(rows, [110, 110, 200, 70, 70, 70, 70], 2, spans), PageBreak()]


def work(number: int) -> str:
    """The description of a work."""
    return f"Adeguamento sismico della scuola di via Prova n. {number} e rifacimento del manto"


def _works() -> list[Flowable]:
    first = [
        "Numero intervento CUI (1)", "Cod. Int. Amm.ne (2)", "Codice CUP (3)",
        "Annualità nella quale si prevede di dare avvio alla procedura di affidamento",
        "Responsabile del procedimento (4)", "Lotto funzionale (5)", "Codice ISTAT", "", "",
        "localizzazione - codice NUTS", "Tipologia", "Descrizione dell'intervento",
        "Livello di priorità (7) (Tabella D.3)", "STIMA DEI COSTI DELL'INTERVENTO (8)",
        "", "", "", "", "", "", "",
    ]  # fmt: skip
    second = [
        *[""] * 6, "Reg", "Prov", "Com", *[""] * 4, "Primo anno", "Secondo anno", "Terzo anno",
        "Costi su annualità successive", "Importo complessivo (9)",
        "Valore degli eventuali immobili di cui alla scheda C collegati all'intervento (10)",
        "Apporto di capitale privato (11) Importo", "Tipologia",
    ]  # fmt: skip
    rows = [first, second, *map(_work, range(1, 25))]
    rows.append(["Totale", *[""] * 12, "1.200.000,00", "2.700.000,00", "0,00", *["0,00"] * 5])
    widths = [44, 24, 42, 34, 40, 28, 18, 18, 18, 30, 44, 100, 28, 44, 44, 38, 44, 46, 40, 40, 30]
    spans = [*_down(2, *range(6), 9, 10, 11, 12), ((6, 0), (8, 0)), ((13, 0), (20, 0))]
    title = _title("D", _WORKS, "ELENCO DEGLI INTERVENTI DEL PROGRAMMA")
    note = 'Note: (1) Codice intervento = "L" + cf amministrazione + prima annualità del programma'
    return [*title, _grid(rows, widths, 2, spans), Paragraph(note, _CELL), PageBreak()]


def _work(number: int) -> list[str]:
    costs = ["150.000,00", f"{100 + number}.000,00", "0,00", "20.000,00"]
    return [
        cui("L", 2024, number), str(number) if number % 2 else "", cup(number),
        str(2024 + number % 3), "Carlo Bianchi", "No", "003", "015", "146", "ITC4C",
        "58 - Ampliamento o potenziamento", work(number), "2", *costs,
        f"{270 + number}.000,00", "0,00", "0,00", "",
    ]  # fmt: skip


def _annual() -> list[Flowable]:
    rows = [
        ["CODICE UNICO INTERVENTO - CUI", "CUP", "DESCRIZIONE INTERVENTO",
         "RESPONSABILE DEL PROCEDIMENTO", "IMPORTO ANNUALITÀ", "IMPORTO INTERVENTO",
         "FINALITÀ (Tabella E.1)", "LIVELLO DI PRIORITÀ", "CONFORMITÀ URBANISTICA",
         "CENTRALE DI COMMITTENZA ALLA QUALE SI INTENDE DELEGARE LA PROCEDURA", ""],
        [*[""] * 9, "CODICE AUSA", "DENOMINAZIONE"],
        [cui("L", 2024, 3), cup(3), work(3), "Carlo Bianchi", "150.000,00",
         "273.000,00", "ADN", "2", "Si", "0000159876", "Centrale Valli"],
    ]  # fmt: skip
    spans = [*_down(2, *range(9)), ((9, 0), (10, 0))]
    title = _title("E", _WORKS, "INTERVENTI RICOMPRESI NELL'ELENCO ANNUALE")
    widths = [95, 70, 150, 70, 60, 60, 50, 50, 60, 60, 70]
    return [*title, _grid(rows, widths, 2, spans), PageBreak()]


def _given_up() -> list[Flowable]:
    rows = [
        ["CODICE UNICO INTERVENTO - CUI", "CUP", "DESCRIZIONE INTERVENTO", "IMPORTO INTERVENTO",
         "LIVELLO DI PRIORITÀ", "MOTIVO PER IL QUALE L'INTERVENTO NON È RIPROPOSTO (1)"],
        [cui("L", 2022, 4), "H45B22000120001", "Nuovo parcheggio di piazza Vecchia", "340.000,00",
         "3", "Rinuncia per mancanza di finanziamento"],
    ]  # fmt: skip
    title = _title("F", _WORKS, "ELENCO DEGLI INTERVENTI NON RIPROPOSTI E NON AVVIATI")
    return [*title, _grid(rows, [110, 90, 240, 80, 60, 180])]


def works() -> bytes:
    """A programme of works: resources, properties, works, the year's works, those given up."""
    return _pdf(*_resources(), *_properties(), *_works(), *_annual(), *_given_up())


def purchases() -> bytes:
    """Purchases of beni and servizi, the headings of their narrow columns printed upright."""
    costs = ["Primo anno", "Secondo anno", "Terzo anno", "Annualità successive", "Totale (9)"]
    first = [
        "Codice Unico Intervento - CUI (1)",
        "Annualità nella quale si prevede\ndi dare avvio alla procedura\ndi affidamento",
        "Codice CUP (2)", "CUI lavoro o altra acquisizione (3)", "Settore", "CPV (5)",
        "Descrizione dell'acquisto", "Livello di priorità (6)\n(Tabella H.1)",
        "Responsabile unico\ndel progetto (7)", "STIMA DEI COSTI DELL'ACQUISTO", *[""] * 6,
        "codice AUSA",
    ]  # fmt: skip
    rows = [
        first,
        [*[""] * 9, *costs, "Apporto di capitale privato (10)", "", ""],
        [*[""] * 14, "Importo", "Tipologia", ""],
    ]
    for number in range(1, 9):
        within = cui("L", 2024, 3) if number == 5 else ""
        rows.append([
            cui("FS"[number % 2], 2025, number), "2025", "", within,
            ("Forniture", "Servizi")[number % 2], "55524000-9",
            f"Refezione scolastica del plesso n. {number} con preparazione dei pasti", "1",
            "Anna Verdi", "60.000,00", "60.000,50", "0.00", "0,00", "120.000,50", "0,00", "",
            "0000159876",
        ])  # fmt: skip
    widths = [50, 24, 34, 44, 40, 44, 100, 24, 44, 46, 46, 46, 46, 50, 34, 34, 44]
    spans = [*_down(3, *range(9), 16), ((9, 0), (15, 0)), ((14, 1), (15, 1))]
    spans += [((at, 1), (at, 2)) for at in range(9, 14)]
    title = _title("H", _PURCHASES, "ELENCO DEGLI ACQUISTI DEL PROGRAMMA")
    return _pdf(*title, _grid(rows, widths, 3, spans, upright=(1, 7, 8)))


def by_software() -> bytes:
    """A list printed by accounting software: no rules, codes of its own on two lines."""
    rows = [
        ["Cod.", "Descrizione", "Responsabile", "Importo 2025", "Importo 2026", "Importo 2027",
         "Totale"],
        ["SRV2025/<br/>00003", "Manutenzione del verde pubblico e delle aree attrezzate",
         "Anna Verdi", "25.000,00", "25.000,00", "0,00", "50.000,00"],
        ["FRN2025/<br/>00011", "Acquisto di uno scuolabus", "Carlo Bianchi", "98.500,00", "0,00",
         "0,00", "98.500,00"],
        ["LAV2024/<br/>00002", "Rifacimento dei marciapiedi del centro storico", "Carlo Bianchi",
         "", "310.000,00", "", "310.000,00"],
        ["", "Totale generale", "", "123.500,00", "335.000,00", "0,00", "458.500,00"],
    ]  # fmt: skip
    title = Paragraph("Programma triennale delle opere e degli acquisti 2025-2026-2027", _TITLE)
    return _pdf(title, _grid(rows, [60, 260, 100, 80, 80, 80, 80], ruled=False))
