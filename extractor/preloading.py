"""What every worker has from its start: imported where workers are forked from, once for all.

The patterns of citations are many, and each is made when an act first cites something of its
kind. An act that cites what acts cite is read here, so that no worker has to make them anew: also
without numbers, since then every form is tried in which they may be printed.
"""

from datetime import date

import extractor.ingest  # noqa: F401  (what the main process runs is loaded with its modules)
from extractor.facts.kinds import find_facts
from models import Context

_ACT = """Il dirigente
Visto il regolamento (UE) n. 1303/2013 del 17 dicembre 2013 e la direttiva 2014/24/UE;
Vista la decisione della Commissione C(2015) 923 final e la comunicazione COM(2020) 67;
Visti il d.lgs. 118/2011, il d.lgs. 23 giugno 2011, n. 118, la legge 241/1990, la l. 241/90, la
l.r. n. 20/2008, la l.r. 7 luglio 2008, n. 20, il d.P.R. 445/2000, il d.P.C.M. 3 dicembre 2013,
il d.l. 76/2020, il regolamento regionale n. 1 del 2001;
Richiamata la d.g.r. n. XI/1234 del 4 marzo 2019 e il d.d.s. 4 aprile 2019, n. 4567;
Richiamati il decreto n. 1234/2019, il decreto del ministro dell'interno 4 marzo 2019, n. 5, il
d.m. 5 marzo 2019, il decreto ministeriale n. 7 del 2019 e il decreto del direttore n. 8/2019;
Vista la determinazione n. 12 del 5 marzo 2024, la delibera di Giunta n. 3/2024, la circolare
n. 4/2020, l'intesa del 3 marzo 2020, l'accordo n. 5/2020, la convenzione n. 6/2020, la sentenza
n. 7/2020, il comunicato n. 8/2020 e il parere n. 9/2020;
Visti inoltre i regolamenti (UE) della Commissione, (UE) del Consiglio, la direttiva dell'Unione, la
legge, il decreto legislativo, il decreto del Presidente, il decreto ministeriale, il decreto del
ministro, la legge regionale, la deliberazione della Giunta regionale, la d.g.r., il d.d.u.o., il
d.d.s., il decreto del dirigente, la determinazione dirigenziale e la n. XI/ della Giunta;
DETERMINA
1. di impegnare € 1.000,00 (mille/00) sul capitolo 1234 dell'esercizio 2024, CUP J27G22000110006;
2. di fissare il termine di 60 giorni, entro il 31 dicembre 2024;
3. di nominare responsabile del procedimento (RUP) il dott. Mario Rossi.
"""

find_facts(_ACT, Context(tipo="determinazione", data=date(2024, 3, 6)))
