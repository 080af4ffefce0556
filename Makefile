# make demo: see what duidelijk finds in examples/.   make test: run every test.
# Both make .venv themselves and are quick the second time.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint docs forms vsix clean

demo: $(VENV)/.demo
	$(BIN)/duidelijk check examples --fail-on never

test: $(VENV)/.test
	$(BIN)/python -m pytest

lint: $(VENV)/.lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# the pages in docs/regels come from the rule files; a test says when they are behind
docs: $(VENV)/.demo
	$(BIN)/python docs/make_rules.py

# the forms of the words in the lists; a test says when they are behind
forms: $(VENV)/.demo
	$(BIN)/python training/make_forms.py

# the extension for Visual Studio Code, ready to install
vsix:
	cd integrations/vscode && npm ci && npm run package

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .grimp_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'duidelijk heeft Python 3.11 of nieuwer nodig. Probeer: make PYTHON=python3.11' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: pyproject.toml | $(VENV)/bin/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.test: pyproject.toml | $(VENV)/bin/python
	$(PIP) --editable '.[test]'
	@touch $@ $(VENV)/.demo

# mypy reads the tests as well, so it needs what they import
$(VENV)/.lint: pyproject.toml | $(VENV)/bin/python
	$(PIP) --editable '.[lint,test]'
	@touch $@ $(VENV)/.test $(VENV)/.demo
