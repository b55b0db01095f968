"""What each rule of findings looks for, in Italian: for the site, for reports, for SARIF."""

from typing import NamedTuple

from models.vocabulary import RegolaSegnalazione


class Rule(NamedTuple):
    """A rule in words: its title, and what a finding of it says and does not."""

    titolo: str
    spiegazione: str


_CODE = "Può essere un errore di stampa dell'atto, o di lettura se la pagina è una scansione."

RULES: dict[RegolaSegnalazione, Rule] = {
    "somma_annualita": Rule(
        "Le annualità non danno il totale",
        "La somma degli importi anno per anno è diversa dal totale che l'atto dichiara.",
    ),
    "somma_rilasci": Rule(
        "I rilasci non danno il totale",
        "La somma degli importi dei rilasci del cronoprogramma è diversa dal totale dichiarato.",
    ),
    "somma_tabella": Rule(
        "Una tabella non torna",
        "In una tabella la riga o la colonna del totale è diversa dalla somma delle altre.",
    ),
    "somma_iva": Rule(
        "L'IVA non torna",
        "Importo senza IVA, IVA e importo con IVA non stanno insieme.",
    ),
    "somma_parti": Rule(
        "Le parti non danno il totale",
        "Le quote in cui un importo è diviso, sommate, danno un importo diverso.",
    ),
    "cifre_lettere": Rule(
        "Cifre e lettere diverse",
        "Lo stesso importo è scritto in cifre e in lettere, e i due valori non coincidono.",
    ),
    "scadenze_discordanti": Rule(
        "Una scadenza detta in due modi",
        "L'atto dà per lo stesso termine due date o due durate diverse.",
    ),
    "rilascio_oltre_validita": Rule(
        "Rilascio dopo la fine della validità",
        "Un rilascio è previsto dopo il giorno in cui l'incarico o l'atto smette di valere.",
    ),
    "annualita_senza_copertura": Rule(
        "Anno senza copertura",
        "Qualcosa è previsto in un anno per il quale l'atto non stanzia alcun importo.",
    ),
    "riferimento_futuro": Rule(
        "Atto citato con una data successiva",
        "L'atto citato ha una data che viene dopo quella dell'atto che lo cita.",
    ),
    "riferimento_legislatura": Rule(
        "Legislatura impossibile",
        "Il numero romano della legislatura non va con la data dell'atto citato.",
    ),
    "riferimento_discordante": Rule(
        "Un atto citato in due modi",
        "Lo stesso atto è citato con due date, o con due numeri.",
    ),
    "riferimento_refuso": Rule(
        "Citazione con un probabile refuso",
        "Un atto noto è citato con un numero, una data o un tipo che non è il suo.",
    ),
    "cup_non_valido": Rule(
        "CUP non valido",
        f"Il codice non ha la forma di un Codice Unico di Progetto. {_CODE}",
    ),
    "cig_non_valido": Rule(
        "CIG non valido",
        f"Il codice identificativo di gara non rispetta la sua cifra di controllo. {_CODE}",
    ),
    "codice_fiscale_non_valido": Rule(
        "Codice fiscale o partita IVA non validi",
        f"Il carattere di controllo non torna. {_CODE}",
    ),
    "iban_non_valido": Rule(
        "IBAN non valido",
        f"Le cifre di controllo del conto non tornano. {_CODE}",
    ),
    "capitolo_discordante": Rule(
        "Capitolo scritto in due modi",
        "Due numeri di capitolo dello stesso atto differiscono per una cifra sola.",
    ),
    "scheda_cup_discordante": Rule(
        "Scheda CUP diversa dall'atto",
        "La scheda del progetto dice altro rispetto all'atto: il codice, il costo, il titolare.",
    ),
    "allegato_mancante": Rule(
        "Allegato annunciato e assente",
        "L'atto dice di avere un allegato che nel documento non si trova. Può essere stato "
        "pubblicato a parte.",
    ),
    "acronimo_non_definito": Rule(
        "Sigla non spiegata",
        "Una sigla è usata e nell'atto non si dice che cosa significa.",
    ),
    "acronimo_discordante": Rule(
        "Sigla spiegata in due modi",
        "La stessa sigla è spiegata due volte, con parole diverse.",
    ),
    "sommario_discordante": Rule(
        "Sommario e testo diversi",
        "Una voce del sommario del bollettino non trova il suo atto, o lo dice in modo diverso.",
    ),
    "bollettino_mancante": Rule(
        "Manca un bollettino",
        "Nella serie dei numeri del bollettino ce n'è uno che l'archivio non ha.",
    ),
    "ruoli_incompatibili": Rule(
        "Ruoli che si escludono",
        "La stessa persona ha nell'atto due ruoli che non possono stare insieme. Può trattarsi "
        "di omonimi.",
    ),
    "acronimo_non_usato": Rule(
        "Sigla mai usata",
        "Il glossario dell'atto spiega una sigla che il testo non usa.",
    ),
    "data_mancante": Rule(
        "Manca la data da cui si conta",
        "L'atto conta un termine da una data che non dà, o che ha lasciato in bianco.",
    ),
    "termine_superato": Rule(
        "Termine già superato",
        "L'atto stesso dichiara di essere adottato dopo il termine previsto.",
    ),
    "riferimento_incompleto": Rule(
        "Atto citato a metà",
        "A un atto citato manca il numero, la data o l'articolo: le parole non bastano a trovarlo.",
    ),
    "citazione_difforme": Rule(
        "Stesso passo, due testi",
        "Un passo è riportato tra virgolette in due forme che non coincidono.",
    ),
    "protocollo_anomalo": Rule(
        "Protocollo fuori forma",
        "Un numero di protocollo manca, o ha una forma diversa da quella degli altri.",
    ),
    "virgolette_spaiate": Rule(
        "Virgolette spaiate",
        "Le virgolette si aprono e non si chiudono, o si chiudono senza essere aperte: non si sa "
        "dove finisca il testo riportato.",
    ),
    "refuso_testo": Rule(
        "Refuso",
        "Una parola è ripetuta, ha perso una lettera o ha un articolo di troppo.",
    ),
    "testo_senza_parte": Rule(
        "Testo fuori posto",
        "Un tratto di testo non è stato assegnato a nessuna parte dell'atto: è un limite della "
        "lettura.",
    ),
    "pagina_senza_testo": Rule(
        "Pagina non letta",
        "Da una pagina non si è ricavato testo: è un'immagine, o è vuota.",
    ),
    "atto_senza_numero": Rule(
        "Atto senza numero",
        "Il numero dell'atto non c'è o non si è potuto leggere.",
    ),
    "fatto_scartato": Rule(
        "Dato scartato",
        "Un dato è stato scartato, perché le sue parole non stavano nel punto indicato: è un "
        "errore della lettura, non dell'atto.",
    ),
}
"""Every rule, in the order in which they are shown."""


def rule_title(rule: RegolaSegnalazione) -> str:
    """The title of a rule: "Le annualità non danno il totale"."""
    return RULES[rule].titolo
