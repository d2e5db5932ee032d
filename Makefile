# The words a person needs: run, test, test-slow, check, bench. Each builds what it needs first.
PYTHON ?= python3
PY := .venv/bin/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:

.PHONY: help run test test-slow check bench format lock
help:
	@echo "make run        start the bot; without a Telegram token the local chat (ARGS=\"--check\" etc.)"
	@echo "make test       every test but the long campaigns"
	@echo "make test-slow  the long campaigns: kill -9, faults, load"
	@echo "make check      formatting, lint, types, and the bot's own --check"
	@echo "make bench      measurements, as ratios of one run"
	@echo "make format     put the code in its form"
	@echo "make lock       new requirements/*.lock from pyproject.toml (needs uv)"

run: .venv/run.stamp
	@$(PY) bot.py $(ARGS)

# On all cores; `make test ARGS="-n 0"` is one after the other, as a debugger wants it.
PYTEST := $(PY) -m pytest -n auto --dist worksteal

test: .venv/dev.stamp
	$(PYTEST) -m "not slow" $(ARGS)

test-slow: .venv/dev.stamp
	$(PYTEST) -m slow $(ARGS)

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

# A half-made environment (Debian without python3-venv leaves one) is taken away again.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Nianbao needs Python 3.11 or newer. If it has another name here: make PYTHON=python3.12 run" >&2; exit 1; }
	@echo "making .venv"
	@$(PYTHON) -m venv --clear .venv || { rm -rf .venv; \
	  echo "No environment could be made. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

.venv/run.stamp: requirements/run.lock | .venv/bin/python
	@echo "installing what the bot stands on (once)"
	@$(INSTALL) -r requirements/run.lock
	@touch $@

.venv/dev.stamp: requirements/dev.lock .venv/run.stamp
	@echo "installing what the tests need (once)"
	@$(INSTALL) -r requirements/dev.lock
	@touch $@
