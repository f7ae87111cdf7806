# The only door: `make run` starts the app on this computer, `make test` runs every test.
# PYTHON=/path/to/python chooses another Python.

VENV   := .venv
BIN    := $(VENV)/bin
PY     := $(BIN)/python
PIP    := $(PY) -m pip --disable-pip-version-check
PYTHON ?=
ARGS   ?=
# Two at once. A file stays whole and in order, so that browsers come last, when nothing needs a loop.
PYTEST := $(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

.PHONY: help run test journeys torture deployed fuzz check audit format catalogues statement bench monday pictures access lock phones app fonts clean
.DEFAULT_GOAL := help

help:
	@echo 'make run       start MIA companion here, with example people in it'
	@echo 'make test      every test, the fast ones first'
	@echo 'make journeys  every way through the app in a browser, each in Swedish and in Arabic'
	@echo 'make torture   break what can be broken, many thousand times, and keep the table of it'
	@echo 'make deployed  run what deploy/ holds, as far as it can be run (needs nginx, Compose and systemd-analyze)'
	@echo 'make fuzz      throw bytes at whatever reads bytes of others (ARGS="RUNS SEED PARSER")'
	@echo 'make check     style, types, rooms, catalogues, and all tests but the slow journeys'
	@echo 'make audit     is anything known against what is installed? (needs the network)'
	@echo 'make catalogues  collect the strings for translation and compile the translations'
	@echo 'make statement  write the accessibility statement anew, from what the tests found'
	@echo 'make bench     measure'
	@echo 'make monday    the whole country comes in for half an hour (ARGS=PostgreSQL on that)'
	@echo 'make pictures  draw the pictures of the documentation anew'
	@echo 'make access    walk every screen in every language with axe-core, and listen (ARGS="sv today")'
	@echo 'make lock      write the locked dependencies anew (ARGS=--upgrade for newer ones)'
	@echo 'make phones    write anew which libraries apps are made of (needs the network)'
	@echo 'make app       build an app (ARGS="apk --server https://mia.example.se"): docs/phones.md'
	@echo 'make fonts     fetch and build the fonts and icons anew'
	@echo 'make clean     remove what these made'

run: $(VENV)/run.stamp
	$(BIN)/mia-companion demo $(ARGS)

test: $(VENV)/dev.stamp
	chrome="$$($(PY) -m tools.chromium)" && CHROME="$$chrome" $(PYTEST) $(ARGS)

journeys: $(VENV)/dev.stamp
	chrome="$$($(PY) -m tools.chromium)" && CHROME="$$chrome" JOURNEYS=both $(PYTEST) tests/journeys $(ARGS)

torture: $(VENV)/dev.stamp
	TORTURE=whole TORTURE_KEEP=$(if $(ARGS),,1) $(PYTEST) --timeout 7200 tests/torture tests/server/reminders $(ARGS)

deployed: $(VENV)/dev.stamp
	DEPLOYED=1 TORTURE=whole $(PYTEST) tests/deployed tests/torture/test_guide.py $(ARGS)

fuzz: $(VENV)/dev.stamp
	$(PY) -m tests.fuzz $(or $(ARGS),2000000)

check: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml --severity-level medium src
	$(BIN)/lint-imports
	$(PY) -m tools.catalogues check
	$(PY) -m tools.statement check
	chrome="$$($(PY) -m tools.chromium)" && CHROME="$$chrome" $(PYTEST) -m 'not journey' $(ARGS)

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

catalogues: $(VENV)/dev.stamp
	$(PY) -m tools.catalogues extract update compile

statement: $(VENV)/dev.stamp
	$(PY) -m tools.statement write

audit: $(VENV)/dev.stamp
	$(PY) -m tools.audit

bench: $(VENV)/dev.stamp $(VENV)/peers.stamp
	$(PY) -m bench $(ARGS)

monday: $(VENV)/dev.stamp
	$(PY) -m bench.monday $(ARGS)

pictures: $(VENV)/dev.stamp
	chrome="$$($(PY) -m tools.chromium)" && CHROME="$$chrome" $(PY) -m tools.pictures $(ARGS)

access: $(VENV)/dev.stamp
	chrome="$$($(PY) -m tools.chromium)" && CHROME="$$chrome" $(PY) -m tools.access $(ARGS)

fonts: $(VENV)/dev.stamp
	$(PY) -m tools.fonts
	chrome="$$($(PY) -m tools.chromium)" && CHROME="$$chrome" $(PY) -m tools.icons
	chrome="$$($(PY) -m tools.chromium)" && CHROME="$$chrome" $(PY) -m tools.app_icons

lock: $(VENV)/dev.stamp
	$(PY) -m tools.lock $(ARGS)

phones: $(VENV)/dev.stamp
	$(PY) -m tools.phones.dependencies

app: $(VENV)/dev.stamp
	$(PY) -m tools.phones.build $(ARGS)

clean:
	rm -rf $(VENV) build dist test-results .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	find src tests tools bench -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# Everything that is installed is in a lock file with its hash; this project itself is added
# without its dependencies and without an isolated build, which would fetch what is not locked.
INSTALL_SELF = $(PIP) install --quiet --no-deps --no-build-isolation --editable .

$(VENV)/made.stamp:
	PYTHON="$(PYTHON)" tools/venv.sh $(VENV)
	@touch $@

$(VENV)/run.stamp: $(VENV)/made.stamp requirements/run.lock pyproject.toml
	$(PIP) install --quiet --require-hashes --requirement requirements/run.lock
	$(INSTALL_SELF)
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.lock
	$(PIP) install --quiet --require-hashes --requirement requirements/dev.lock
	$(PY) -m tools.provider
	@touch $@

# What `make bench` measures beside us has an environment of its own, so that it never meets ours.
$(VENV)/peers.stamp: $(VENV)/made.stamp requirements/peers.lock
	PYTHON="$(PYTHON)" tools/venv.sh $(VENV)/peers
	$(VENV)/peers/bin/python -m pip --disable-pip-version-check install --quiet \
		--require-hashes --requirement requirements/peers.lock
	@touch $@
