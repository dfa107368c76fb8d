# Two commands for a fresh machine with git, make and Python 3.11: `make run` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
export PYTHONHASHSEED := 0

.PHONY: help serve run compare report test check lint types lock clean

help:  ## Show these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# A stamp per lock file: an edit to the lock or the project file sets up again, nothing else does.
$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)

$(VENV)/.run-stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-build.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev-stamp: requirements-dev.lock $(VENV)/.run-stamp
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

run: $(VENV)/.run-stamp  ## Extract positions from corpus/ into outputs/positions.jsonl
	$(BIN)/ahcextract run corpus -o outputs/positions.jsonl

report: run  ## Draw the page outputs/report.html from the positions
	$(BIN)/ahcextract report outputs/positions.jsonl -o outputs/report.html --texts corpus

serve: run  ## Search and query the positions in the browser, on port 8001
	$(BIN)/ahcextract serve outputs/positions.jsonl --open

test: $(VENV)/.dev-stamp  ## Run the tests
	@scripts/install-browser
	$(BIN)/python -m pytest

lint: $(VENV)/.dev-stamp  ## Check style (ruff)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev-stamp  ## Check types (mypy --strict)
	$(BIN)/mypy

check: lint types test  ## Everything CI runs

compare: $(VENV)/.run-stamp  ## Records won and lost since BASE=<commit>, on corpus/ against gold/
	@test -n "$(BASE)" || { echo "say which commit: make compare BASE=<commit>" >&2; exit 2; }
	@folder=$$(mktemp -d) && trap 'git worktree remove --force "$$folder/base" 2>/dev/null; rm -rf "$$folder"' EXIT && \
	git worktree add --quiet --detach "$$folder/base" "$(BASE)" && \
	PYTHONPATH="$$folder/base/src" $(BIN)/python -c 'from ahcextract.cli import main; main()' run corpus -o "$$folder/old.jsonl" && \
	$(BIN)/ahcextract run corpus -o "$$folder/new.jsonl" && \
	$(BIN)/ahcextract evaluate "$$folder/new.jsonl" --compare "$$folder/old.jsonl"

bench: $(VENV)/.run-stamp  ## Print every target of speed and memory with its figure; QUICK=1 for a rough look
	$(BIN)/python -m benchmarks $(if $(QUICK),--quick)

.PHONY: figures ablation
figures: $(VENV)/.run-stamp  ## Make the figures of docs/evaluation.md, the rules' confidence and docs/rules.md again
	$(BIN)/python -m scripts.figures
	$(BIN)/python -m scripts.passages --page docs/evaluation.md

ablation: $(VENV)/.run-stamp  ## Measure what each idea earns, into docs/ablation.md; MODEL=package or folder of a second model
	$(BIN)/python -m benchmarks.ablation --markdown docs/ablation.md $(if $(MODEL),--model "$(MODEL)")

lock:  ## Pin every dependency with hashes again (needs uv)
	uv pip compile -q --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --extra report --extra export --extra serve pyproject.toml -o requirements.lock
	uv pip compile -q --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -c requirements.lock --extra dev pyproject.toml -o requirements-dev.lock
	echo 'hatchling\neditables' | uv pip compile -q --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -c requirements-dev.lock - -o requirements-build.lock

clean:  ## Remove what set-up and runs made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache outputs/*.jsonl
