"""The fixed formulas of acts: who speaks, why, what is ordered, who signs, what is attested.

Each pattern is matched at the start of a block (`Block.testo`). They are composed of the pieces
at the top, which list the words that Italian administrations use.
"""

import re

#: Organs that head a preamble, alone in their block: ``LA GIUNTA REGIONALE``.
_ORGANS = (
    r"giunta|consiglio|sindac\w+|dirigente|direttor\w+|direttric\w+|responsabil\w+|president\w+|"
    r"rettor\w+|rettrice|commissari\w+|segretari\w+|assessor\w+|ministr\w+|comandante|capo\s+\w+|"
    r"amministratore|autorità|assemblea|comitato|conferenza|funzionari\w+|vice\s?segretari\w+|"
    r"coordinator\w+|prefett\w+|ufficio\s+di\s+presidenza|collegio|nucleo|senato"
)
_ARTICLE = r"(?:il|la|lo|l['’]|i|gli|le)\s*"
ORGAN = re.compile(rf"{_ARTICLE}(?:sottoscritt[oa]\s+)?(?:vice\s*)?(?:{_ORGANS})\b", re.I)
#: An organ in capitals with the first words of its text: ``IL DIRETTORE GENERALE in virtù …``.
ORGAN_JOINED = re.compile(r"(?:IL|LA|L['’])\s?(?:[A-ZÀ-Ý.'’]+\s+){1,12}[a-z]{2}")
#: The same in capitals inside a block: where a bulletin's subject and organ are run together.
ORGAN_CAPITALS = re.compile(
    r"\b(?:IL|LA|L['’])\s*(?:DIRIGENTE|DIRETTORE|DIRETTRICE|DIRETTORA|GIUNTA\s+REGIONALE|PRESIDENTE"
    r"|CONSIGLIO\s+REGIONALE|SEGRETARIO|ASSESSORE|RESPONSABILE|UFFICIO\s+DI\s+PRESIDENZA)"
)

_PREAMBLE_WORDS = (
    r"vist[oiae](?!\s+di\s+(?:regolarit|conformit|legittimit|copertura|compatibilit))|richiamat[oiae]|considerat[oaie]|premess[oaie]|dat[oaie]\s+atto|"
    r"pres[oaie]\s+atto|ritenut[oaie]|"
    r"atteso|attesa|rilevat[oaie]|verificat[oaie]|acquisit[oaie]|acclarat[oaie]|"
    r"precisat[oaie]|tenut[oaie]\s+conto|tenuto\s+presente|stabilito|constatat[oaie]|accertat[oaie]|"
    r"vagliat[oaie]|sentit[oaie]|propost[oaie]|su\s+proposta|dato\s+che|valutat[oaie]|"
    r"esaminat[oaie]|ravvisat[oaie]|appurat[oaie]|evidenziat[oaie]|ricordat[oaie]|"
    r"riscontrat[oaie]|letto|lett[aie]|udit[oaie]|osservat[oaie]|specificat[oaie]|preso\s+visione|"
    r"condivis[oaie]|fatt[oaie]\s+salv[oaie]|sottolineat[oaie]|ricevut[oaie]|riconosciut[oaie](?!\s+legale)|"
    r"ritenendo|avut[oaie]\s+riguardo|informat[oaie]|confermat[oaie]|ripres[oaie]|dichiarat[oaie]|"
    r"attestat[oaie]|posto\s+che|preso\s+e\s+dato\s+atto|assunt[oaie]|individuat[oaie]|"
    r"con\s+votazione|con\s+voti|a\s+voti|ad\s+unanimit\w+|all['’]unanimit\w+|tutto\s+ciò"
)
#: ``Visto``, ``Richiamata``, ``Dato atto che``: the first word of a recital.
RECITAL = re.compile(
    rf"(?:[-–—−•]\s*|\(\d{{1,2}}\)\s*)?(?:(?-i:(?=[A-ZÀ-Ý]))|(?=\w+(?:\s+che)?\s*:\s*$))(?P<parola>(?:{_PREAMBLE_WORDS}))(?=[\s:,;]|$|(?<=à))(?!\s*[.…_]{{3,}})",
    re.I,
)
#: A recital that goes on in small letters below one that ended in a semicolon.
RECITAL_IN_SMALL = re.compile(rf"(?P<parola>{_PREAMBLE_WORDS})(?=[\s:,;])")

#: Who reports to a Giunta: below it the reasons begin.
REPORTED = re.compile(
    r"a\s+relazione\s+(?:de|di\b)|(?:l['’]\s?assessor\w*|il\s+(?:vice)?president\w*|il\s+relator\w*)"
    r"\s.{0,300}?\briferisc",
    re.I | re.S,
)

_OPERATIVE_WORDS = (
    r"DETERMINA|DECRETA|DELIBERA|DELIBERANO|ORDINA|DISPONE|DISPONGONO|STABILISCE|APPROVA|"
    r"PROPONE|NOMINA|AUTORIZZA|INGIUNGE|REVOCA|CONCEDE|RENDE\s+NOTO|AVVISA|COMUNICA|CERTIFICA|"
    r"INFORMA|INFORMANO|INVITA|INDICE|EMANA|ATTESTA|ESPRIME|RILASCIA"
)
#: ``DETERMINA``, ``HA DELIBERATO``, ``si determina``, ``D E C R E T A``: alone in a block.
OPERATIVE = re.compile(
    rf"(?:(?:SI\s+|E\s+)?(?:{_OPERATIVE_WORDS})"
    r"|HA\s+(?:DELIBERATO|DECRETATO|DETERMINATO)"
    r"|D\s?E\s?L\s?I\s?B\s?E\s?R\s?A|D\s?E\s?C\s?R\s?E\s?T\s?A|O\s?R\s?D\s?I\s?N\s?A"
    r"|D\s?E\s?T\s?E\s?R\s?M\s?I\s?N\s?A|D\s?I\s?S\s?P\s?O\s?N\s?E"
    r"|(?:[Dd]etermina|[Dd]ecreta|[Dd]elibera|[Oo]rdina)(?=\s*:?\s*$))"
    r"(?![\wÀ-ÿ'’])\s*(?P<resto>[:.,;]?.{0,80})",
)
#: What may stand behind the operative verb in the same heading: ``DISPONE altresì:``.
OPERATIVE_TAIL = re.compile(
    r"[:.,]?\s*(?:altresì|inoltre|che|di|quanto\s+segue|per\s+(?:i|le|quanto|tutto).{0,60}"
    r"|I\s+CITTADINI.{0,60}|ai?\s+.{0,60})?\s*[:.,]?\s*$",
    re.I,
)
#: Where an agreement begins to bind.
CONVENUTO = re.compile(
    r"(?:(?:tutto\s+ciò\s+premesso|ciò\s+premesso|quanto\s+sopra\s+premesso).{0,80})?"
    r"(?:le\s+parti[\s,]+)?(?:come\s+sopra\s+\w+[\s,]+)?(?:si\s+)?"
    r"(?:convi?en\w+|stipul\w+|concord\w+|sottoscriv\w+)"
    r"(?:[\s,]+(?:(?:e\s+)?(?:si\s+)?(?:convi?en\w+|stipul\w+|concord\w+)|quanto\s+segue|quanto|segue"
    r"|il\s+seguente\s+\w+|ed?)){0,6}\s*[:.]?\s*$",
    re.I,
)

_TITLES = (
    r"(?:dott\.?\s?(?:ssa|re)?|dr\.?\s?(?:ssa)?|avv\.?|ing\.?|arch\.?|geom\.?|rag\.?|prof\.?\s?(?:ssa)?"
    r"|sig\.?\s?(?:ra|na)?|cap\.?|ten\.?|col\.?|magg\.?|on\.?|cav\.?|p\.?\s?i\.?)"
)
_NAME_WORD = r"[A-ZÀ-Ý][A-Za-zÀ-ÿ'’.\-]*"
#: A line that is a person's name, with titles: ``f.to Avv. Maria De Rossi``.
NAME = re.compile(
    rf"[(]?(?:f\.?\s?to\s*|F\.?\s?to\s*|firmato\s+|Firmato\s+)?(?:(?i:{_TITLES})\s*){{0,3}}"
    rf"{_NAME_WORD}(?:\s+(?:{_NAME_WORD}|d[aei]|de[lg]?l?[aio]?|di)){{1,4}}[)]?\s*$"
)
#: Names side by side, each with its title: ``(Dr.ssa Laura Gori) (Dr. Giacomo Pucci)``.
NAMES = re.compile(
    rf"(?:[(]?(?:[Ff]\.?\s?to\s*)?(?i:{_TITLES})\s*{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,3}}[)]?\s*)"
    r"{2,3}$"
)
#: A name with who issued its certificate: ``Dott. Mario Rossi / InfoCert S.p.A.``.
CERTIFIED = re.compile(
    rf"(?:(?i:{_TITLES})\s*){{0,2}}{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,3}}\s*/\s*[\w .]{{3,40}}$"
)
_ROLES = (
    r"segretari\w+|dirigent\w+|direttor\w+|direttric\w+|responsabil\w+|president\w+|sindac\w+|"
    r"assessor\w+|rettor\w+|rettrice|commissari\w+|comandante|funzionari\w+|"
    r"vice\s?segretari\w+|vice\s?sindac\w+|vice\s?president\w+|legale\s+rappresentante|"
    r"amministrat\w+|capo\s+\w+|verbalizzante|istruttore|rup|r\.u\.p\.|ministr\w+|coordinator\w+|"
    r"vice\s+\w+|titolare|incaricat\w+|estensore|prefett\w+|delegat\w+"
)
#: A signatory's role, alone: ``IL SINDACO``, ``Il segretario: Nome Cognome``.
ROLE = re.compile(
    rf"(?:[-–]\s*)?(?:visto[,:]?\s+)?(?:p\.\s*|per\s+)?(?:{_ARTICLE})?(?:{_ROLES})\b[^;]{{0,140}}$",
    re.I,
)
#: Words that only a signature block has.
SIGNED = re.compile(
    r"f\.?\s?to\b|firmato(?:\s+digitalmente)?\b|\(?firma\b|documento\s+(?:informatico\s+)?"
    r"(?:firmato|sottoscritto)|sottoscritto\s+(?:con|digitalmente)|atto\s+(?:firmato|sottoscritto)"
    r"|originale\s+(?:firmato|sottoscritto)|firme?\s+digital|\(?documento\s+originale"
    r"|firma\s+autografa",
    re.I,
)
#: ``Letto, approvato e sottoscritto``: a session's record closes.
READ_AND_SIGNED = re.compile(
    r"(?:il\s+presente\s+verbale|del\s+che\s+|di\s+quanto\s+sopra|letto[\s,]+(?:approvato|"
    r"confermato|e\s)).{0,120}$",
    re.I,
)
#: ``Milano, 12 aprile 2024``, ``Dalla residenza comunale, lì …``.
PLACE_DATE = re.compile(
    r"[A-ZÀ-Ý][\w '’.()àèéìòù\-]{1,50}?,?\s*(?:(?:l[iì]['’]?|addì)\s*,?\s*)?"
    r"(?:\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{1,2}[°º]?\s+[a-z]{5,9}\s+\d{4}|,\s*l[iì]['’]?[\s_]*)\s*$"
)

#: Headings of accounting and technical opinions printed with the act.
VISTI = re.compile(
    r"(?:parer[ei]|vist[oi]|attestazion[ei]|attestato|certificato|regolarità|ufficio|servizio)\s+(?:(?:di|del|della|dell['’]|in\s+ordine|sulla|per\s+la|"
    r"preventiv\w+|favorevol\w+|tecnic\w+|contabil\w+|attestant\w+|finanziari\w+|e)\s*){1,4}"
    r"(?:conformità\s+)?"
    r"(?:regolarit|compatibilit|copertur|contabil|legittimit|conformit|tecnic|servizi|responsabil"
    r"|organo|revisor|art)",
    re.I,
)
#: Headings of certificates on publication and effect.
PUBBLICAZIONE = re.compile(
    r"(?:(?:attestazione|attestato|certificato|certificazione|relata|relazione|referto|nota|"
    r"dichiarazione|annotazione)\s+(?:di|dell['’]|della|d['’])\s*(?:avvenuta\s+)?"
    r"(?:pubblicazion|esecutivit|eseguibilit|conformit|affission)"
    r"|(?:esecutivit|eseguibilit)[aà]|(?:[eè]['’]?\s+)?copia\s+conforme|per\s+copia\s+conforme"
    r"|(?:il\s+presente|la\s+presente|il\s+sottoscritto)\s.{0,60}(?:pubblicat|albo\s+pretorio"
    r"|esecutiv)"
    r"|il\s+sottoscritto\s.{0,160}(?:attesta|certifica|dichiara)"
    r"|(?:comunicata|trasmessa)\s+(?:ai|al)\s+(?:capigruppo|prefetto)"
    r"|si\s+(?:attesta|certifica)\s+che|pubblicat[oa]\s+all|pubblicazione(?:\s+all['’]albo)?\s*$"
    r"|depositat[oa]\s+(?:presso|agli\s+atti)"
    r"|la\s+presente\s+(?:deliberazione|determinazione|delibera)\s+(?:è\s+divenuta|diviene|è\s+stata))",
    re.I,
)

#: ``Allegato A``, ``ALLEGATO 1 - Schema di …``: the heading of an attachment.
ALLEGATO = re.compile(
    r"(?P<etichetta>all(?:egato|egati(?!\s+[ei]\s+\w)|\.)\s*(?:(?:n\.?|nr\.?|n[°º]|sub)\s*)?"
    r"(?:[“\"«'‘(]{0,2}(?:[A-Z]{1,2}\d{0,2}(?:\.\w{1,2}){0,3}|\d{1,2}(?:[./]\w{1,2})?[a-z]?|[IVX]{1,4}|[a-z])[”\"»'’)]{0,2}"
    r"(?![\w]))?)(?P<titolo>.{0,160})$",
    re.I | re.S,
)
