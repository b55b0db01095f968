# Everything sets up what it needs: a virtual environment, the locked packages and, where it may,
# the system packages (Tesseract). `make` alone shows the commands.

VENV := .venv
BIN := $(VENV)/bin
DEMO := build/demo

.DEFAULT_GOAL := help
.PHONY: help setup demo serve lint test test-long benchmark lock clean

help: ## show the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

setup: $(VENV)/.ready ## the virtual environment, its packages, the system packages

$(VENV)/.ready: requirements.lock pyproject.toml scripts/setup.sh
	sh scripts/setup.sh $(VENV)
	touch $@

demo: setup ## typeset the corpus as PDFs, read them into a store, search it
	sh scripts/demo.sh $(BIN) $(DEMO)

serve: ## the site over the demo's store
	$(BIN)/spoglio serve $(DEMO)/atti.db

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint ## lint and the fast tests (under two minutes)
	$(BIN)/pytest -n 2 --dist loadfile -m "not long"

test-long: setup ## the slow tests: scans, faults
	$(BIN)/pytest -n 2 --dist loadfile -m long

benchmark: setup ## how fast a PDF is read, beside pdfium, pdftotext and pdfplumber
	$(BIN)/python scripts/benchmark.py reading

lock: ## make requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--group dev pyproject.toml -o requirements.lock

clean: ## remove all that was made
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
