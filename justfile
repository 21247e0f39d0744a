# The recipes of this house; `just` alone lists them. Each names the group that brings its tools: `uv run` alone brings none.

# The tests run wuji hundreds of times: what it imports is to be compiled once, whatever the machine's own setting.
export PYTHONDONTWRITEBYTECODE := ""

[private]
default:
    @just --list

# Provision Neo4j, load the city, serve.
up *arguments:
    uv run wuji up {{ arguments }}

# Run all tests on real Neo4j's, in three processes with one each, which wait half of the time, measuring what they cover.
test *arguments:
    uv run --group dev python -m tests.provide
    uv run --group dev coverage erase
    uv run --group dev coverage run -m pytest --numprocesses 3 --dist loadgroup --no-loadscope-reorder {{ arguments }}
    uv run --group dev coverage combine --quiet
    uv run --group dev coverage report

# Run some tests, quickly: `just try tests/unit -k mini`.
try *arguments:
    uv run --group dev pytest {{ arguments }}

# Run docs/notebook.md against the wuji that runs, or make a Jupyter notebook of it: `just notebook wuji.ipynb`.
notebook *file:
    uv run --group notebook python -m docs.notebook {{ file }}

# Make clients of a running wuji's document with four generators, and ask every route through one: `just clients [ADDRESS] [FOLDER]`.
clients *arguments:
    uv run --group clients python -m tests.clients {{ arguments }}

# Fuzz the API and the loader, and report: `just fuzz 100000 500`; other chance with `--fuzz-seed 7`.
fuzz requests="20000" histories="60" *arguments:
    uv run --group dev pytest tests/fuzz tests/graph/test_loading_machine.py -o log_cli=true --log-cli-level=INFO --log-disable=neo4j.notifications \
        --fuzz-requests {{ requests }} --fuzz-histories {{ histories }} {{ arguments }}

# Check format, lint, types, import contracts and dependencies.
check:
    uv run --group dev ruff format --check
    uv run --group dev ruff check
    uv run --group dev pyright
    uv run --group dev lint-imports
    uv run --group dev deptry .

# Put the code in order: imports, format, what the linter can mend.
tidy:
    uv run --group dev ruff check --fix
    uv run --group dev ruff format

# Measure speed beside the peers, and write docs/bench.md; `--before REVISION` measures an earlier one beside it.
bench *arguments:
    uv run --group dev python -m bench --output docs/bench.md {{ arguments }}

# Measure the search alone; `--before REVISION` measures an earlier one beside it.
bench-search *arguments:
    uv run --group dev python -m bench.searching {{ arguments }}

# Measure what one client is answered while 200 ask the dearest questions; `--before REVISION` measures an earlier one after it.
bench-starving *arguments:
    uv run --group dev python -m bench.starving {{ arguments }}

# Compare the answers to some thousand questions with those of an earlier revision: `just bench-answers --before REVISION`.
bench-answers *arguments:
    uv run --group dev python -m bench.answers {{ arguments }}

# Measure what a start costs, from empty caches on; `--before REVISION` measures an earlier one beside it.
bench-starting *arguments:
    uv run --group dev python -m bench.starting {{ arguments }}

# Make docs/reference/ anew from the code.
reference:
    uv run --group dev python -m docs.generator

# Bring the Chinese catalogue up to date with what the source says, name what is left to translate, and compile it.
words:
    uv run --group dev python -m docs.catalogues

# Make the lock file of Neo4j's artifacts, and the list of classes it loads, anew.
lock-neo4j:
    uv run --group dev python -m graph.server.lock
    uv run --group dev python -m graph.server.classes

# Make the README's picture of Neo4j Browser anew.
picture:
    uv run --group dev python -m tests.browser.picture
