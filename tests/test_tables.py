"""Tables: ruled, ruled only across, aligned, merged, of several lines, going on over pages."""

from itertools import pairwise

from reportlab.pdfgen.canvas import Canvas

from extractor.documents.pdf import read_pdf
from models import Document
from tests.drawn_pdf import HEIGHT, pdf, table, text

EDGES = (60, 160, 340, 460)
HEADER = ["Capitolo", "Creditore", "Importo"]
ROWS = [
    ["2607/2", "Alfa s.r.l.", "€ 1.358,30"],
    ["1043/1", "Beta e Figli s.n.c.", "€ 999,96"],
    ["0310/4", "Gamma soc. coop.", "€ 27.000,00"],
]


def cells(document: Document, at: int = 0) -> list[list[str]]:
    """The words of a table's cells."""
    return [
        [document.testo[cell.inizio : cell.fine] for cell in row]
        for row in document.tabelle[at].righe
    ]


def test_ruled() -> None:
    document = read_pdf(pdf(lambda canvas: table(canvas, [HEADER, *ROWS], EDGES)), "atto.pdf")
    assert cells(document) == [HEADER, *ROWS]
    assert document.tabelle[0].intestazioni == 1
    assert document.testo.splitlines()[1] == "2607/2\tAlfa s.r.l.\t€ 1.358,30"
    ((page, box),) = document.tabelle[0].riquadri
    assert (page, round(box.x0), round(box.x1)) == (1, 60, 460)


def test_ruled_only_across() -> None:
    document = read_pdf(
        pdf(lambda canvas: table(canvas, [HEADER, *ROWS], EDGES, upright=False)), "atto.pdf"
    )
    assert cells(document) == [HEADER, *ROWS]


def test_aligned_without_rules_between_paragraphs() -> None:
    def page(canvas: Canvas) -> None:
        text(canvas, ["La spesa è così ripartita fra i creditori dell'ente in epigrafe:"], top=60)
        table(canvas, [HEADER, *ROWS], EDGES, across=False, upright=False)
        text(canvas, ["Il totale trova copertura nel bilancio di previsione."], top=220)

    document = read_pdf(pdf(page), "atto.pdf")
    assert cells(document) == [HEADER, *ROWS]
    lines = document.testo.splitlines()
    assert lines[0].startswith("La spesa")
    assert lines[-1].startswith("Il totale")


def test_cells_of_several_lines() -> None:
    rows = [
        ["2607/2", "Servizio di direzione\ndei lavori e coordi-\nnamento", "€ 1.358,30"],
        ROWS[1],
    ]
    document = read_pdf(
        pdf(lambda canvas: table(canvas, [HEADER, *rows], EDGES, height=40)), "atto.pdf"
    )
    assert cells(document)[1][1] == "Servizio di direzione dei lavori e coordinamento"


def test_aligned_rows_of_several_lines() -> None:
    rows = [["2607/2", "Servizio di direzione\ndei lavori", "€ 1.358,30"], *ROWS[1:]]
    document = read_pdf(
        pdf(
            lambda canvas: table(
                canvas, [HEADER, *rows], EDGES, height=32, across=False, upright=False
            )
        ),
        "atto.pdf",
    )
    assert cells(document)[1] == ["2607/2", "Servizio di direzione dei lavori", "€ 1.358,30"]


def merged(canvas: Canvas) -> None:
    """A header over two columns, below it their own headers, and a cell over two rows."""
    edges, top = (60, 200, 320, 440), HEIGHT - 100
    for level in (0, 40, 60, 80):
        canvas.line(60 if level != 60 else 200, top - level, 440, top - level)
    canvas.line(200, top - 20, 440, top - 20)
    for edge in (60, 200, 440):
        canvas.line(edge, top, edge, top - 80)
    canvas.line(320, top - 20, 320, top - 80)
    words = {
        (0, 0): "Ente",
        (1, 0): "Esercizi",
        (1, 20): "2025",
        (2, 20): "2026",
        (0, 40): "Regione",
        (1, 40): "10,00",
        (2, 40): "20,00",
        (1, 60): "30,00",
        (2, 60): "40,00",
    }
    for (column, level), word in words.items():
        canvas.drawString(edges[column] + 5, top - level - 14, word)


def test_merged_cells_keep_the_columns() -> None:
    assert cells(read_pdf(pdf(merged), "atto.pdf")) == [
        ["Ente", "Esercizi", ""],
        ["", "2025", "2026"],
        ["Regione", "10,00", "20,00"],
        ["", "30,00", "40,00"],
    ]


def test_a_table_that_goes_on_overleaf_is_one_without_its_second_header() -> None:
    document = read_pdf(
        pdf(
            lambda canvas: table(canvas, [HEADER, *ROWS[:2]], EDGES, top=700),
            lambda canvas: table(canvas, [HEADER, ROWS[2]], EDGES, top=60),
        ),
        "atto.pdf",
    )
    assert len(document.tabelle) == 1
    assert cells(document) == [HEADER, *ROWS]
    assert [page for page, _ in document.tabelle[0].riquadri] == [1, 2]
    assert document.page_at(document.testo.index("0310/4")) == 2
    assert {piece.testo for piece in document.pagine[1].arredi} == set(HEADER)


def test_an_aligned_table_goes_on_overleaf_although_its_columns_move() -> None:
    wider = [
        ["2607/2", "Consorzio per la Bonifica", "€ 1.358,30"],
        ["1043/1", "Unione dei Comuni", "€ 12.999,96"],
    ]
    document = read_pdf(
        pdf(
            lambda canvas: table(
                canvas, [HEADER, *ROWS], EDGES, top=700, across=False, upright=False
            ),
            lambda canvas: table(
                canvas, [HEADER, *wider], (60, 130, 370, 460), top=60, across=False, upright=False
            ),
        ),
        "atto.pdf",
    )
    assert cells(document) == [HEADER, *ROWS, *wider]
    assert document.tabelle[0].intestazioni == 1


def test_the_rest_of_a_row_goes_to_its_cells_although_others_are_empty_overleaf() -> None:
    begun = ["1043/1", "Consorzio intercomunale\nper la gestione dei", "€ 999,96"]
    document = read_pdf(
        pdf(
            lambda canvas: table(canvas, [HEADER, begun], EDGES, top=760, height=30),
            lambda canvas: table(canvas, [["", "servizi alla persona", ""]], EDGES, top=60),
        ),
        "atto.pdf",
    )
    whole = ["1043/1", "Consorzio intercomunale per la gestione dei servizi alla persona"]
    assert cells(document) == [HEADER, [*whole, "€ 999,96"]]


def test_a_footnote_does_not_cut_a_table_that_goes_on_overleaf() -> None:
    def first(canvas: Canvas) -> None:
        table(canvas, [HEADER, *ROWS[:2]], EDGES, top=600)
        text(canvas, ["1 Importo al netto dell'imposta sul valore aggiunto."], top=780, size=7)

    document = read_pdf(pdf(first, lambda c: table(c, [ROWS[2]], EDGES, top=60)), "atto.pdf")
    assert cells(document) == [HEADER, *ROWS]
    assert document.testo.splitlines()[-1].startswith("1 Importo")


def test_a_header_alone_at_the_foot_of_a_page_is_not_read_twice() -> None:
    def first(canvas: Canvas) -> None:
        text(canvas, ["Il Comune è soggetto attuatore dei seguenti interventi:"], top=700)
        table(canvas, [HEADER], EDGES, top=730, across=False, upright=False)

    document = read_pdf(
        pdf(first, lambda canvas: table(canvas, [HEADER, *ROWS], EDGES, top=60)), "atto.pdf"
    )
    assert document.testo.splitlines()[1] == "\t".join(HEADER)
    assert cells(document) == [HEADER, *ROWS]
    assert " ".join(piece.testo for piece in document.pagine[0].arredi) == " ".join(HEADER)


def test_a_matrix_of_marks_keeps_the_columns_that_are_empty_on_a_page() -> None:
    edges = (60, 90, 300, 315, 330, 345, 360)
    rows = [
        ["I.1", "Accesso ai servizi digitali", "X", "", "", ""],
        ["I.2", "Reti e connettività", "", "", "X", ""],
        ["I.3", "Competenze digitali", "", "X", "", "X"],
    ]
    document = read_pdf(
        pdf(
            lambda canvas: table(canvas, rows[:2], edges, top=740),
            lambda canvas: table(canvas, rows[2:], edges, top=60),
        ),
        "atto.pdf",
    )
    assert cells(document) == rows


def test_double_rules_make_no_columns() -> None:
    edges = (60, 160, 166, 340, 346, 460)
    rows = [[first, "", second, "", third] for first, second, third in (HEADER, *ROWS)]
    document = read_pdf(pdf(lambda canvas: table(canvas, rows, edges)), "atto.pdf")
    assert cells(document) == [HEADER, *ROWS]


def test_titles_above_the_grid_are_its_header() -> None:
    """The table of those present: an empty column still tells who was absent."""
    rows = [["Ada Prova", "Sindaco", "Presente", ""], ["Ugo Saggio", "Assessore", "Presente", ""]]
    edges = (60, 200, 300, 380, 460)

    def page(canvas: Canvas) -> None:
        for left, title in zip(edges, ("Nominativo", "Ruolo", "Presente", "Assente"), strict=False):
            text(canvas, [title], left=left + 10, top=80, bold=True)
        table(canvas, rows, edges)

    assert cells(read_pdf(pdf(page), "atto.pdf")) == [
        ["Nominativo", "Ruolo", "Presente", "Assente"],
        *rows,
    ]


def test_the_box_that_heads_a_determinazione() -> None:
    """A title over two columns, numbers at the left in two boxes, the subject beside both."""

    def page(canvas: Canvas) -> None:
        top = HEIGHT - 100
        for level in (0, 20, 120):
            canvas.line(60, top - level, 500, top - level)
        canvas.line(60, top - 60, 150, top - 60)
        for edge in (60, 500):
            canvas.line(edge, top, edge, top - 120)
        canvas.line(150, top - 20, 150, top - 120)
        text(canvas, ["DETERMINAZIONE DEL RESPONSABILE"], left=180, top=103, bold=True)
        text(canvas, ["N. 103 DEL", "27/02/2026"], left=66, top=124)
        text(canvas, ["Registro Generale", "N. 147 DEL", "02/03/2026"], left=66, top=164, size=9)
        subject = ["OGGETTO: lavori di adeguamento della rete", "fognaria - liquidazione a saldo."]
        text(canvas, subject, left=156, top=124, bold=True)

    assert cells(read_pdf(pdf(page), "atto.pdf")) == [
        ["DETERMINAZIONE DEL RESPONSABILE"],
        [
            "N. 103 DEL 27/02/2026",
            "OGGETTO: lavori di adeguamento della rete fognaria - liquidazione a saldo.",
        ],
        ["Registro Generale N. 147 DEL 02/03/2026", ""],
    ]


def test_a_frame_around_text_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(55, HEIGHT - 140, 400, 70)
        text(canvas, ["Il presente atto è pubblicato all'albo", "per quindici giorni."], width=390)

    document = read_pdf(pdf(page), "atto.pdf")
    assert document.tabelle == ()
    assert document.testo.startswith("Il presente atto è pubblicato all'albo per quindici")


def test_underlined_words_and_a_signature_grid_are_no_table() -> None:
    def page(canvas: Canvas) -> None:
        text(canvas, ["Esito: Favorevole", "Note: nessuna", "Avella, lì 02/03/2026"], top=80)
        for level in (93, 107, 121):
            canvas.line(60, HEIGHT - level, 140, HEIGHT - level)
        text(canvas, ["L'Istruttore", "Ada Prova"], left=60, top=200)
        text(canvas, ["Il Dirigente", "Ugo Saggio"], left=400, top=200)

    assert read_pdf(pdf(page), "atto.pdf").tabelle == ()


def test_coloured_ground_does_not_cut_cells() -> None:
    """Word processors colour the ground of each paragraph of a header cell apart."""

    def page(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        for left, right in pairwise(EDGES):
            canvas.rect(left + 4, HEIGHT - 111, right - left - 8, 10, stroke=0, fill=1)
            canvas.rect(left + 4, HEIGHT - 122, right - left - 8, 10, stroke=0, fill=1)
        canvas.setFillGray(0)
        rows = [["Capitolo di\nbilancio", "Creditore\ndell'ente", "Importo\nnetto"], *ROWS]
        table(canvas, rows, EDGES, height=26)

    assert cells(read_pdf(pdf(page), "atto.pdf"))[0] == [
        "Capitolo di bilancio",
        "Creditore dell'ente",
        "Importo netto",
    ]


def test_coloured_paragraphs_are_no_table() -> None:
    """Text pasted from a web page: a ground behind each paragraph, and one behind its words."""
    titles = ["IL SINDACO", "Premesso che"]
    items = [
        [
            "con decreto del Presidente sono stati convocati i comizi per lo svolgimento",
            "dei comizi;",
        ],
        ["il plesso della scuola primaria del capoluogo è individuato quale sede di", "seggio;"],
    ]

    def ground(canvas: Canvas, left: float, right: float, top: float, lines: int = 1) -> None:
        canvas.setFillGray(1)
        canvas.rect(left, HEIGHT - top - 14 * lines, right - left, 14 * lines, stroke=0, fill=1)
        canvas.setFillGray(0)

    def page(canvas: Canvas) -> None:
        for at, (words, left) in enumerate(zip(titles, (260, 60), strict=True)):
            ground(canvas, 54, 560, 80 + 14 * at)
            ground(canvas, left, left + 70, 80 + 14 * at)
            text(canvas, [words], left=left, top=80 + 14 * at)
        for at, lines in enumerate(items):
            top = 108 + 28 * at
            ground(canvas, 48, 560, top, 2)
            ground(canvas, 72, 560, top)
            ground(canvas, 72, 120, top + 14)
            text(canvas, ["•"], left=58, top=top)
            text(canvas, lines, left=72, top=top)

    document = read_pdf(pdf(page), "atto.pdf")
    assert document.tabelle == ()
    assert document.testo.splitlines() == [*titles, *(f"• {' '.join(lines)}" for lines in items)]


def test_coloured_words_are_no_table() -> None:
    def page(canvas: Canvas) -> None:
        for at, line in enumerate(["VISTO IL DIRETTORE GENERALE", "(Dott. Ugo Saggio Prova)"]):
            canvas.setFillGray(0.9)
            left = 60.0
            for word in line.split():
                width = canvas.stringWidth(word + " ", "Helvetica", 11)
                canvas.rect(left, HEIGHT - 134 - 14 * at, width, 14, stroke=0, fill=1)
                left += width
            canvas.setFillGray(0)
            text(canvas, [line], left=60, top=122 + 14 * at)

    document = read_pdf(pdf(page), "atto.pdf")
    assert not document.tabelle
    assert document.testo.splitlines() == [
        "VISTO IL DIRETTORE GENERALE",
        "(Dott. Ugo Saggio Prova)",
    ]


def test_a_table_goes_on_overleaf_where_the_totals_have_a_column_more() -> None:
    edges = (60, 160, 300, 420, 520)
    head = ["Codice", "Intervento", "Ente", "Importo"]
    rows = [[f"A{at}", "Manutenzione", "Comune", f"{at}.000,00"] for at in range(1, 6)]

    def first(canvas: Canvas) -> None:
        table(canvas, [head, *rows[:3]], edges, top=600, height=22)

    def second(canvas: Canvas) -> None:
        table(canvas, rows[3:], edges, top=60, height=22)
        total = ["Totale", "di cui 2025", "", "", "15.000,00"]
        table(canvas, [total], (60, 160, 230, 300, 420, 520), top=104, height=22)

    document = read_pdf(pdf(first, second), "elenco.pdf")
    (joined,) = document.tabelle
    cells = [[document.testo[c.inizio : c.fine] for c in row] for row in joined.righe]
    assert [row[0] for row in cells] == ["Codice", "A1", "A2", "A3", "A4", "A5", "Totale"]
    assert {row[-1] for row in cells[1:]} >= {"1.000,00", "5.000,00", "15.000,00"}
    assert len({len(row) for row in cells}) == 1


def test_a_double_rule_parts_no_table_and_a_title_row_hides_no_header() -> None:
    edges = (60, 160, 300, 420)
    head = ["Fase", "Descrizione", "Termine"]

    def first(canvas: Canvas) -> None:
        canvas.rect(60, HEIGHT - 500, 360, 22)
        canvas.drawString(180, HEIGHT - 492, "CRONOPROGRAMMA 2025")
        table(canvas, [head], edges, top=500, height=22)
        table(canvas, [["Istruttoria", "Esame", "31/03/2025"]], edges, top=526, height=22)

    def second(canvas: Canvas) -> None:
        table(canvas, [head, ["Saldo", "Pagamento", "30/09/2025"]], edges, top=60, height=22)

    document = read_pdf(pdf(first, second), "piano.pdf")
    (joined,) = document.tabelle
    cells = [[document.testo[c.inizio : c.fine] for c in row] for row in joined.righe]
    assert cells == [
        ["CRONOPROGRAMMA 2025"],
        head,
        ["Istruttoria", "Esame", "31/03/2025"],
        ["Saldo", "Pagamento", "30/09/2025"],
    ]
