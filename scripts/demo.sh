#!/bin/sh
# The demonstration: the corpus as PDFs, read into a store, a search in it.
set -eu
bin=$1
demo=$2

rm -rf "$demo"
mkdir -p "$demo"
echo "1. The corpus, typeset as PDFs in the layout of the real acts"
"$bin/python" scripts/typeset.py --to "$demo/pdf"
echo
echo "2. spoglio ingest $demo/pdf --db $demo/atti.db"
"$bin/spoglio" ingest "$demo/pdf" --db "$demo/atti.db"
echo
echo "3. spoglio search $demo/atti.db '\"CUP Unico\" prenotazione'"
"$bin/spoglio" search "$demo/atti.db" '"CUP Unico" prenotazione'
echo
echo "To look around in the browser:  $bin/spoglio serve $demo/atti.db"
