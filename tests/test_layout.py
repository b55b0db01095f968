"""Layout: columns, furniture, paragraphs, hyphens, as drawn pages show them."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractor.documents.hyphens import Hyphens
from extractor.documents.pdf import read_pdf
from models import Document
from tests.drawn_pdf import pdf, text

LEFT = [
    "Il presente provvedimento disciplina le",
    "modalità di presentazione delle domande di",
    "contributo da parte dei soggetti richiedenti,",
    "nonché i criteri con cui il dirigente compe-",
    "tente procede alla loro istruttoria tecnica e",
    "amministrativa, nel rispetto delle norme in",
    "materia di procedimento amministrativo e di",
    "trasparenza, secondo quanto stabilito dalla",
    "legge regionale vigente e dal regolamento di",
    "attuazione approvato con deliberazione della",
]
RIGHT = [
    "Giunta. Le domande incomplete possono essere",
    "integrate entro dieci giorni dalla richiesta",
    "dell'ufficio, decorsi i quali si intendono",
    "rinunciate. Il contributo è concesso fino",
    "all'esaurimento delle risorse disponibili e",
    "secondo l'ordine cronologico di arrivo delle",
    "domande, come attestato dal protocollo che",
    "l'ente assegna a ciascuna di esse quando è",
    "ricevuta, e liquidato in un'unica soluzione",
    "alla presentazione del rendiconto finale.",
]


def columns(canvas: Canvas, *, rows: bool = False) -> None:
    """Two columns below a heading; with ``rows``, drawn line by line across both."""
    text(canvas, ["REGOLAMENTO PER LA CONCESSIONE DI CONTRIBUTI"], left=150, top=60, bold=True)
    if rows:
        for number, pair in enumerate(zip(LEFT, RIGHT, strict=True)):
            for line, left in zip(pair, (60, 310), strict=True):
                text(canvas, [line, ""], left=left, top=100 + 14 * number, width=225)
    else:
        text(canvas, [*LEFT, ""], left=60, top=100, width=225)
        text(canvas, RIGHT, left=310, top=100, width=225)
    text(canvas, ["Nota a piè di pagina che occupa l'intera larghezza del foglio."], top=260)


@pytest.mark.parametrize("rows", [False, True])
def test_columns_are_read_one_after_the_other(rows: bool) -> None:
    document = read_pdf(pdf(lambda canvas: columns(canvas, rows=rows)), "atto.pdf")
    heading, body, note = document.testo.splitlines()
    assert heading == "REGOLAMENTO PER LA CONCESSIONE DI CONTRIBUTI"
    assert "il dirigente competente procede" in body
    assert "deliberazione della Giunta. Le domande" in body
    assert body.endswith("rendiconto finale.")
    assert note.startswith("Nota")
    assert document.pagine[0].colonne == 2


def test_a_paragraph_goes_on_over_the_page() -> None:
    document = read_pdf(
        pdf(
            lambda canvas: text(canvas, [*LEFT, ""], top=600, width=225),
            lambda canvas: text(canvas, RIGHT, width=225),
        ),
        "atto.pdf",
    )
    (body,) = document.testo.splitlines()
    at = body.index("della Giunta")
    assert document.page_at(at) == 1
    assert document.page_at(at + len("della Giunta") - 1) == 2


def framed(canvas: Canvas, number: int) -> None:
    """A page with a running header, odd and even, a footer, and a number."""
    title = "Bollettino Ufficiale" if number % 2 else "Serie Ordinaria n. 17"
    text(canvas, [title], left=60 if number % 2 else 420, top=20, size=8)
    text(canvas, LEFT[number:] + LEFT[:number], top=80, width=225)
    text(canvas, ["Piazza della Prova 1 - 00100 Prova - P. IVA 00012345678"], top=800, size=8)
    text(canvas, [f"Pag. {number} di 4"], left=500, top=815, size=8)
    canvas.saveState()
    canvas.rotate(90)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(300, -15, "Documento firmato digitalmente da Ada Prova")
    canvas.restoreState()


def test_furniture_is_kept_apart_each_line_once() -> None:
    pages = [lambda canvas, at=at: framed(canvas, at) for at in range(1, 5)]
    document = read_pdf(pdf(*pages), "atto.pdf")
    assert "Bollettino" not in document.testo
    assert "P. IVA" not in document.testo
    assert "Pag." not in document.testo
    assert sorted(document.margine.splitlines()) == [
        "Bollettino Ufficiale",
        "Documento firmato digitalmente da Ada Prova",
        "Pag. 1 di 4",
        "Piazza della Prova 1 - 00100 Prova - P. IVA 00012345678",
        "Serie Ordinaria n. 17",
    ]
    assert all(len(page.arredi) == 4 for page in document.pagine)
    line = document.line_at(document.margine.index("P. IVA"), "margine")
    assert line is not None
    assert line.pagina == 1


def test_a_signature_at_the_foot_of_all_pages_is_the_text_of_the_last() -> None:
    def page(canvas: Canvas, words: str) -> None:
        text(canvas, [words, *LEFT], top=100, width=225)
        text(canvas, ["Il Segretario", "f.to Ada Prova"], left=380, top=740)
        text(canvas, ["Via Prova n. 1 - Borgo Prova"], top=790)

    pages = [lambda canvas, words=words: page(canvas, words) for words in ("Primo", "Secondo", "X")]
    blocks = read_pdf(pdf(*pages), "verbale.pdf").testo.splitlines()
    assert blocks[-2:] == ["Il Segretario", "f.to Ada Prova"]
    assert sum("Ada Prova" in block for block in blocks) == 1


def test_a_letterhead_that_does_not_repeat_stays() -> None:
    def first(canvas: Canvas) -> None:
        text(canvas, ["COMUNE DI PROVA"], left=230, top=30, size=16, bold=True)
        text(canvas, LEFT, width=225)

    document = read_pdf(pdf(first, lambda canvas: text(canvas, RIGHT, width=225)), "atto.pdf")
    assert document.testo.startswith("COMUNE DI PROVA\n")


def test_numbers_that_head_a_list_are_not_page_numbers() -> None:
    def page(canvas: Canvas, number: int) -> None:
        text(canvas, [f"{number}", f"{number + 1}"], top=40, leading=20)
        text(canvas, [f"Criteri di scelta {number}", "Requisiti"], left=90, top=40, leading=20)
        text(canvas, LEFT, top=100, width=225)

    document = read_pdf(pdf(lambda c: page(c, 1), lambda c: page(c, 2)), "atto.pdf")
    assert "1 Criteri di scelta 1\n" in document.testo
    assert "2 Criteri di scelta 2\n" in document.testo


def read(lines: list[str], **how: float) -> Document:
    """A page of lines drawn one below the other, under a full paragraph that shows the edge."""
    filling = [*LEFT, *RIGHT]
    return read_pdf(
        pdf(lambda canvas: (text(canvas, filling, width=225), text(canvas, lines, top=420, **how))),
        "atto.pdf",
    )


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        (
            ["Visto il decreto legislativo n. 267/2000;", "Richiamata la delibera n. 12;"],
            ["Visto il decreto legislativo n. 267/2000;", "Richiamata la delibera n. 12;"],
        ),
        (["DETERMINA", "1. di approvare il rendiconto;", "2. di liquidare la somma."], None),
        (["Art. 1", "Oggetto", "Il regolamento disciplina i contributi."], None),
        (["IL DIRIGENTE", "f.to Ada Prova"], None),
        (["D E T E R M I N A", "di impegnare la spesa."], ["DETERMINA", "di impegnare la spesa."]),
        (
            ["• la ﬁnanziaria;", "- l'art. 3;", "a) il piano."],
            ["• la finanziaria;", "- l'art. 3;", "a) il piano."],
        ),
        (["Visto il parere;", "EFFETTUATA la verifica con esito favorevole;"], None),
        (["Si chiede:", "o il passaporto;", "o la fattura."], None),
    ],
)
def test_blocks_of_their_own(lines: list[str], blocks: list[str] | None) -> None:
    found = read([line.replace("ﬁ", "fi") for line in lines]).testo.splitlines()
    assert found[-len(lines) :] == (blocks or lines)


def test_definitions_at_one_margin_are_blocks_of_their_own() -> None:
    lines = [
        "MPS: materie prime secondarie da recupero;",
        "RS: rifiuti speciali avviati a impianti;",
    ]
    document = read_pdf(
        pdf(lambda canvas: text(canvas, [*LEFT[:9], "Segue.", *lines, ""], width=225)), "atto.pdf"
    )
    assert document.testo.splitlines()[-2:] == lines


def test_labels_of_a_form_set_ragged_are_blocks_of_their_own() -> None:
    lines = [
        "Organizzazione per i ricorsi: Tribunale",
        "Informazioni sui termini del riesame: 30",
        "Organizzazione che firma: Acque della Prova",
    ]
    assert read(lines).testo.splitlines()[-3:] == lines


def test_the_number_of_a_law_at_the_start_of_a_line_is_no_item() -> None:
    lines = [
        "ai sensi del decreto legislativo 7 marzo 2005,",
        "n. 82, si pubblica il presente atto.",
    ]
    document = read_pdf(
        pdf(lambda canvas: text(canvas, [*LEFT[:9], *lines], width=225)), "atto.pdf"
    )
    assert "7 marzo 2005, n. 82, si pubblica" in document.testo


def test_a_conjunction_before_a_letter_is_no_bullet() -> None:
    lines = ["nei casi dell'articolo 5, lettere a), b);", "o c) la domanda è respinta."]
    document = read_pdf(
        pdf(lambda canvas: text(canvas, [*LEFT[:9], *lines], width=225)), "atto.pdf"
    )
    assert "b); o c) la domanda" in document.testo


def test_a_wide_space_or_bold_begins_a_block() -> None:
    def page(canvas: Canvas) -> None:
        text(canvas, RIGHT[6:], width=225)
        text(canvas, ["Premesse"], top=136, bold=True)
        text(canvas, LEFT[:3], top=150, width=225)
        text(canvas, ["ulteriore disposizione"], top=240)

    blocks = read_pdf(pdf(page), "atto.pdf").testo.splitlines()
    assert [block.split()[0] for block in blocks] == ["domande,", "Premesse", "Il", "ulteriore"]


def test_signatures_side_by_side_are_read_each_by_itself() -> None:
    def page(canvas: Canvas) -> None:
        text(canvas, LEFT, width=225)
        for axis, lines in (
            (150, ["IL SINDACO", "Ada Prova"]),
            (420, ["IL SEGRETARIO", "Ugo Saggio"]),
        ):
            for at, line in enumerate(lines):
                width = canvas.stringWidth(line, "Helvetica", 11)
                text(canvas, [line], left=axis - width / 2, top=300 + 14 * at)

    blocks = read_pdf(pdf(page), "atto.pdf").testo.splitlines()
    assert blocks[-4:] == ["IL SINDACO", "Ada Prova", "IL SEGRETARIO", "Ugo Saggio"]


def test_a_date_and_a_signature_on_one_line_are_two_blocks() -> None:
    def page(canvas: Canvas) -> None:
        text(canvas, ["Si pubblichi il presente atto all'albo pretorio on line dell'ente."], top=60)
        text(canvas, ["Borgo Prova, 02/04/2026"], left=60, top=120)
        text(canvas, ["IL RESPONSABILE DEL SERVIZIO"], left=330, top=120)
        text(canvas, ["f.to dott. Ugo Saggio"], left=365, top=134)

    blocks = read_pdf(pdf(page), "atto.pdf").testo.splitlines()
    assert blocks[1:] == [
        "Borgo Prova, 02/04/2026",
        "IL RESPONSABILE DEL SERVIZIO",
        "f.to dott. Ugo Saggio",
    ]


def test_a_premise_begins_after_an_item_without_a_full_stop() -> None:
    def page(canvas: Canvas) -> None:
        items = [
            "• la d.g.r. 27 gennaio 2025, n. 38, con la quale la Giunta ha adottato le proprie"
        ]
        items += ["determinazioni sugli ambiti indicati al comma 2 del decreto 2 dicembre n. 635"]
        text(canvas, [items[0], ""], left=62, top=80, width=420)
        text(canvas, [items[1], ""], left=70, top=94, width=412)
        text(
            canvas, ["Dato atto che la deliberazione demanda al dirigente la disciplina."], top=108
        )

    blocks = read_pdf(pdf(page), "atto.pdf").testo.splitlines()
    assert [block.split()[0] for block in blocks] == ["•", "Dato"]


def test_pieces_on_the_base_line_of_a_wide_one_stay_with_it() -> None:
    def page(canvas: Canvas) -> None:
        columns(canvas)
        for left, words in (
            (60, "Presenti: 22"),
            (140, "Assenti: 0"),
            (215, "Giustificati: 3 di 25"),
        ):
            text(canvas, [words], left=left, top=300)

    assert read_pdf(pdf(page), "atto.pdf").testo.splitlines()[-1].startswith("Presenti: 22 Assenti")


@pytest.mark.parametrize(
    ("before", "after", "divides"),
    [
        ("il provvedi-", "mento", True),
        ("il PROVVEDI-", "MENTO", True),
        ("socio-", "sanitario", False),
        ("decreto-", "legge", False),
        ("tecnico-", "amministrativa", False),
        ("il triennio 2023-", "2027", False),
        ("l'Emilia-", "Romagna", False),
        ("il multi-", "servizi", False),
        ("il testo -", "altro", None),
        ("il testo", "altro", None),
        ("il codice COVID-", "19", False),
        ("uﬃ\xad", "cio", True),
        ("sul sito www.bandi.", "regione.prova.it e altrove", False),
        ("sul sito www.prova.it.", "Il bando", None),
        ("https://app.prova.it/web/borgo_prova.", "shtml", False),
        ("https://app.prova.it/web/societa", "/borgo_prova.html", False),
        ("il servizio di cui all'art.", "12", None),
        ("(https://www.prova.it/portale/", "avvisi/bandi).", False),
        ("sul sito www.multi-", "servizi.it", False),
        ("sul sito www.borgo-con-", "tratto.it", True),
    ],
)
def test_hyphens_of_division_go_and_those_of_the_word_stay(
    before: str, after: str, divides: bool | None
) -> None:
    assert Hyphens(["il contratto multi-servizi"]).divides(before, after) is divides
