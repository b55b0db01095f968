"""Layout: pages set in ways that acts rarely are, each read as a person would."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractor.documents.pdf import fact_boxes, read_pdf
from models import Document
from tests.drawn_pdf import HEIGHT, Draw, pdf, table, text
from tests.test_layout import LEFT, RIGHT

WORDS = ["il", "contributo", "è", "concesso", "ai", "comuni", "che", "ne", "fanno", "domanda"]


def lines_of(canvas: Canvas, width: float, count: int, first: str) -> list[str]:
    """Lines of running text that fill ``width``, the first of them beginning with a word."""
    found: list[str] = []
    line = first
    at = 0
    while len(found) < count:
        longer = f"{line} {WORDS[at % len(WORDS)]}"
        if canvas.stringWidth(longer, "Helvetica", 9) > width:
            found.append(line)
            line = WORDS[at % len(WORDS)]
        else:
            line = longer
        at += 1
    return found


def beside(canvas: Canvas, columns: list[list[str]], step: float, width: float, top: float) -> None:
    """Columns of text drawn row by row, as some programs do."""
    for row in range(max(map(len, columns))):
        for at, column in enumerate(columns):
            if row < len(column):
                rest = column[row + 1 : row + 2]
                text(
                    canvas,
                    [column[row], *[""] * len(rest)],
                    left=60 + step * at,
                    top=top + 11 * row,
                    size=9,
                    width=width,
                )


def body(document: Document) -> str:
    """The text on one line."""
    return document.testo.replace("\n", " ")


def test_three_columns_are_read_one_after_the_other() -> None:
    columns: list[list[str]] = []

    def draw(canvas: Canvas) -> None:
        text(canvas, ["AVVISI DELLE PROVINCE"], left=230, top=50, bold=True)
        columns[:] = [lines_of(canvas, 140, 20, name) for name in ("Prima", "Seconda", "Terza")]
        beside(canvas, columns, 170, 0, 90)

    document = read_pdf(pdf(draw), "avvisi.pdf")
    assert document.pagine[0].colonne == 3
    assert document.tabelle == ()
    title, *rest = document.testo.splitlines()
    assert title == "AVVISI DELLE PROVINCE"
    assert " ".join(rest) == " ".join(line for column in columns for line in column)


@pytest.mark.parametrize(("left", "right"), [(2, 2), (3, 1), (5, 4)])
def test_a_short_page_has_the_columns_of_the_pages_before(left: int, right: int) -> None:
    short: list[list[str]] = []

    def full(canvas: Canvas) -> None:
        beside(canvas, [lines_of(canvas, 225, 30, "Primo")] * 2, 250, 225, 90)

    def last(canvas: Canvas) -> None:
        short[:] = [lines_of(canvas, 225, left, "Resto"), lines_of(canvas, 225, right, "Chiusa")]
        beside(canvas, short, 250, 225, 90)

    document = read_pdf(pdf(full, last), "bollettino.pdf")
    for column in short:
        assert " ".join(column) in body(document)


def test_a_form_after_pages_in_columns_is_read_by_rows() -> None:
    def full(canvas: Canvas) -> None:
        beside(canvas, [lines_of(canvas, 225, 30, "Primo")] * 2, 250, 225, 90)

    def form(canvas: Canvas) -> None:
        for at, (label, value) in enumerate([("Nome", "Ada"), ("Comune", "Roccalieta")]):
            text(canvas, [label], left=60, top=90 + 20 * at)
            text(canvas, [value], left=310, top=90 + 20 * at)

    assert read_pdf(pdf(full, form), "b.pdf").testo.endswith("\nNome Ada\nComune Roccalieta\n")


def watermarked(canvas: Canvas) -> None:
    text(canvas, LEFT + RIGHT, top=100)
    canvas.saveState()
    canvas.setFont("Helvetica-Bold", 70)
    canvas.translate(120, 350)
    canvas.rotate(45)
    canvas.drawString(0, 0, "COPIA")
    canvas.restoreState()


def cropped(canvas: Canvas) -> None:
    canvas.setCropBox((40, 40, 555, 800))
    text(canvas, ["bollettino.indd 12"], left=100, top=10)
    text(canvas, LEFT + RIGHT, top=100)


def numbered(canvas: Canvas) -> None:
    for at, line in enumerate(LEFT + RIGHT, 1):
        text(canvas, [line], left=90, top=80 + 14 * at)
        if at % 5 == 0:
            text(canvas, [str(at)], top=80 + 14 * at, size=8)


@pytest.mark.parametrize(
    ("draw", "margin"),
    [(watermarked, "COPIA\n"), (cropped, "bollettino.indd 12\n"), (numbered, "5\n")],
)
def test_what_is_no_part_of_the_text_does_not_break_it(draw: Draw, margin: str) -> None:
    document = read_pdf(pdf(draw), "atto.pdf")
    assert len(document.testo.splitlines()) == 1
    assert "il dirigente competente procede" in document.testo
    assert document.margine == margin


def test_a_text_that_is_all_askew_is_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(-15)
        for at, line in enumerate(RIGHT):
            canvas.drawString(0, HEIGHT - 100 - 16 * at, line)

    document = read_pdf(pdf(draw), "atto.pdf")
    assert sorted(document.testo.split()) == sorted(" ".join(RIGHT).split())


def quantities(canvas: Canvas) -> None:
    for at, (number, thing) in enumerate([("5", "sedie"), ("10", "tavoli"), ("12", "armadi")]):
        text(canvas, [number], top=80 + 14 * at)
        text(canvas, [thing], left=90, top=80 + 14 * at)


def test_numbers_of_things_are_no_line_numbers() -> None:
    assert read_pdf(pdf(quantities), "atto.pdf").testo.split()[::2] == ["5", "10", "12"]


def test_titles_written_up_the_page_stand_in_their_columns() -> None:
    edges = (60, 260, 300, 340, 380)

    def draw(canvas: Canvas) -> None:
        rows = [["Rete ospedaliera", "X", "", "X"], ["Assistenza", "", "X", ""], ["Farmaci", "X"]]
        table(canvas, rows, edges, top=180, height=22)
        canvas.line(60, HEIGHT - 100, 380, HEIGHT - 100)
        for edge in edges:
            canvas.line(edge, HEIGHT - 100, edge, HEIGHT - 180)
        for at in range(3):
            canvas.saveState()
            canvas.translate(284 + 40 * at, HEIGHT - 175)
            canvas.rotate(90)
            canvas.drawString(0, 0, f"Linea {at + 1}")
            canvas.restoreState()

    document = read_pdf(pdf(draw), "piano.pdf")
    head = [document.testo[cell.inizio : cell.fine] for cell in document.tabelle[0].righe[0]]
    assert head == ["", "Linea 1", "Linea 2", "Linea 3"]
    assert document.margine == ""


def test_a_title_as_wide_as_the_column_and_a_spaced_sentence_begin_blocks() -> None:
    title = "C.1.b Allegati alla domanda di contributo nel formato richiesto"

    def draw(canvas: Canvas) -> None:
        text(canvas, [title, ""], top=80, width=330, bold=True)
        first = "La domanda di adesione al bando è accompagnata dai documenti."
        second = "Eventuali economie sono riassegnate con un nuovo provvedimento"
        text(canvas, [first, ""], top=94, width=330)
        text(canvas, [second, "della Giunta."], top=114, width=330)

    assert read_pdf(pdf(draw), "bando.pdf").testo.splitlines() == [
        title,
        "La domanda di adesione al bando è accompagnata dai documenti.",
        "Eventuali economie sono riassegnate con un nuovo provvedimento della Giunta.",
    ]


def test_a_note_nearly_as_large_as_the_text_takes_nothing_of_the_next_page() -> None:
    begun = ["b) le spese sono ammesse al netto dei tributi e degli oneri. In sede di", ""]
    note = ["2 Reg. (UE) n. 651/2014, articolo 2, comma 23, sull'avvio dei lavori."]
    rest = ["rendicontazione il beneficiario presenta una dichiarazione ai sensi", "di legge."]

    def first(canvas: Canvas) -> None:
        text(canvas, LEFT[:6], top=600, width=350)
        text(canvas, begun, top=700, width=350)
        text(canvas, note, top=740, size=10)

    def second(canvas: Canvas) -> None:
        text(canvas, rest, top=80, width=350)
        text(canvas, ["c) le spese per la gestione ordinaria dell'impresa."], top=108)
        text(canvas, RIGHT, top=150, width=350)

    blocks = read_pdf(pdf(first, second), "bando.pdf").testo.splitlines()
    at = blocks.index(note[0])
    assert blocks[at - 1] == " ".join([begun[0], *rest])
    assert blocks[at + 1].startswith("c) le spese")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("D E T E R M I N A", "DETERMINA"),
        ("I L  D I R I G E N T E", "IL DIRIGENTE"),
        ("X X X X X X", "X X X X X X"),
    ],
)
def test_a_letter_spaced_heading_is_read_in_words(printed: str, read: str) -> None:
    document = read_pdf(pdf(lambda canvas: text(canvas, [printed], left=230)), "atto.pdf")
    assert document.testo == f"{read}\n"


def test_what_stands_left_of_a_list_is_no_part_of_its_last_item() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, ["- il costo delle ore dedicate al progetto nei limiti stabiliti.", ""],
             left=90, top=80, width=330)  # fmt: skip
        text(
            canvas,
            ["Alla domanda di pagamento del saldo il beneficiario allega il contratto.", *LEFT],
            left=60,
            top=94,
            width=360,
        )

    assert read_pdf(pdf(draw), "bando.pdf").testo.splitlines()[1].startswith("Alla domanda")


def filled_form(canvas: Canvas) -> None:
    """A line of text with a form field filled in behind it."""
    text(canvas, ["Codice unico di progetto:"], left=60, top=100)
    canvas.acroForm.textfield(
        name="cup", value="E46G23000300002", x=200, y=HEIGHT - 115, width=200, height=18
    )


def test_what_was_filled_into_a_form_is_read_and_placed() -> None:
    data = pdf(filled_form)
    document = read_pdf(data, "modulo.pdf")
    assert document.testo.split() == ["Codice", "unico", "di", "progetto:", "E46G23000300002"]
    at = document.testo.index("E46")
    ((box,),) = fact_boxes(data, document, [(at, at + 15)])
    assert box[0] == 1
    assert 200 <= box[1] < box[3] <= 400
    assert 97 <= box[2] < box[4] <= 115


@pytest.mark.parametrize(
    "stamp",
    [
        "M_ABC.STRADE.REGISTRO UFFICIALE.U.0008850.07-09-2022",
        "m_abc.DAG.07-09-2022.0051234.U",
        "COMUNE DI ESEMPIO - c_x000 - REG_PROT - 0001234 - Ingresso - 02/03/2026",
    ],
)
def test_the_stamp_of_a_registry_is_no_text_of_the_act(stamp: str) -> None:
    def page(canvas: Canvas) -> None:
        text(canvas, [stamp], left=20, top=12, size=7)
        text(canvas, ["Con nota n. 14700 è stata presentata una proposta."], top=120)

    document = read_pdf(pdf(page), "nota.pdf")
    assert document.testo == "Con nota n. 14700 è stata presentata una proposta.\n"
    assert stamp in document.margine


@pytest.mark.parametrize("line", ["Tenuta del REGISTRO UFFICIALE e U.0008850 altre voci", "m_abc"])
def test_words_of_a_registry_alone_are_text(line: str) -> None:
    document = read_pdf(pdf(lambda canvas: text(canvas, [line], top=12)), "nota.pdf")
    assert document.testo.strip() == line
