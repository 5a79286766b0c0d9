# Everything happens in .venv, made with uv where it is installed and with pip alone where it is not.
# make PYTHON=python3.12 … takes another Python; it must be 3.11 or newer.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
COMPILE = $(or $(UV),$(BIN)/uv) pip compile --quiet --universal --python-version 3.11 \
	--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

Q = why was it cancelled?
# Taken as it was written, so that $$ and quotation marks in a question stay what they are.
QUESTION := $(value Q)
export QUESTION

ifdef UV
INSTALL := $(UV) pip install --quiet --python $(BIN)/python
CREATE := $(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
else
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check
CREATE := $(PYTHON) -m venv $(VENV)
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help ask chat test format check-format lint types imports unit lock pictures clean

help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

ask: $(VENV)/.ready ## Answer a question from the shipped articles: make ask Q="who plays Esther?"
	@$(BIN)/osmosis ask "$$QUESTION" || [ $$? -eq 1 ]

chat: $(VENV)/.ready ## Open the conversation
	@$(BIN)/osmosis chat

test: check-format lint types imports unit ## Run every check: format, lint, types, imports, tests

format: $(VENV)/.ready-dev ## Bring the code into form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

check-format: $(VENV)/.ready-dev ## Check the form of the code
	$(BIN)/ruff format --check .

lint: $(VENV)/.ready-dev ## Look for mistakes
	$(BIN)/ruff check .

types: $(VENV)/.ready-dev ## Check the types, strictly
	$(BIN)/mypy

imports: $(VENV)/.ready-dev ## Check that imports go tui, qa, index and never back
	$(BIN)/lint-imports

unit: $(VENV)/.ready-dev ## Run the tests
	$(BIN)/pytest

pictures: $(VENV)/.ready-dev ## Draw the pictures of the README anew, from the real app
	$(BIN)/python -m tests.pictures

lock: $(if $(UV),,$(VENV)/.ready-dev) ## Write the lock files anew
	$(COMPILE) --upgrade pyproject.toml --output-file requirements.lock
	$(COMPILE) --upgrade pyproject.toml --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## Remove .venv and what tools have left
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.ready: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; name one: make PYTHON=python3.12 ask" if sys.version_info < (3, 11) else 0)'
	@echo "Setting up $(VENV), which is done once." >&2
	@$(CREATE)
	@$(INSTALL) --requirement requirements.lock
	@$(INSTALL) --no-deps --editable .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.lock
	@$(INSTALL) --requirement requirements-dev.lock
	@touch $@
