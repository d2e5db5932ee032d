# The words a person needs: run, test, check, bench. Everything builds its own environment first.
PYTHON ?= python3
PY := .venv/bin/python

.PHONY: run test test-slow check bench lock format
run: .venv/run.stamp
	@$(PY) bot.py

test: .venv/dev.stamp
	$(PY) -m pytest -m "not slow"

test-slow: .venv/dev.stamp
	$(PY) -m pytest -m slow

check: .venv/dev.stamp
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy .
	$(PY) bot.py --config config.example.toml --check

bench: .venv/dev.stamp
	$(PY) -m bench

format: .venv/dev.stamp
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

lock:
	uv pip compile pyproject.toml --universal --generate-hashes --no-header -o requirements/run.lock
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header -o requirements/dev.lock

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements/run.lock | .venv/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/run.lock
	touch $@

.venv/dev.stamp: requirements/dev.lock .venv/run.stamp
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/dev.lock
	touch $@
