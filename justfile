set quiet

# many processes start here: what is compiled once stays compiled
export PYTHONDONTWRITEBYTECODE := ""

# List the recipes
default:
    just --list --unsorted

# Install what the tests need: packages by uv, Chromium where it is absent
setup:
    uv sync --quiet
    uv run python -m tests.chromium --install

# a third worker keeps two cores busy while others wait for servers and browsers
workers := if num_cpus() == "2" { "3" } else { "auto" }

# Everything that CI runs: the checks, then all tests on both databases and in a browser
test *options: setup check
    uv run pytest --numprocesses {{ workers }} --maxprocesses 4 --dist loadfile --no-loadscope-reorder {{ options }}

# The tests that need no browser and no server of their own
quick *options:
    uv run pytest -m "not browser and not slow" {{ options }}

# Formatting, lint, types, import directions, templates, spelling, translations
[parallel]
check: format-check lint types layers templates spelling words-check

[private]
format-check:
    uv run ruff format --check --quiet

[private]
lint:
    uv run ruff check --quiet

[private]
types:
    uv run mypy

[private]
layers:
    uv run lint-imports --no-cache > /dev/null || uv run lint-imports --no-cache

[private]
templates:
    uv run djlint --lint --quiet lip proposals elections

[private]
spelling:
    uv run codespell lip proposals elections tests bench docs static/js README.md CONTRIBUTING.md CHANGELOG.md

# Is every sentence translated into every language?
words-check:
    uv run python -m lip.words.checking

# Bring the catalogues up to date with the sentences in the sources
words:
    uv run python -m lip.words.extracting

# Mend what the formatter and the linter can mend
fix:
    uv run ruff check --fix --quiet
    uv run ruff format --quiet

# Start the sample conference on http://127.0.0.1:8000
demo *options:
    uv run lip demo {{ options }}

# Start the server and reload on change
run:
    uv run uvicorn --factory lip.app:create_app --reload --reload-dir lip

# Bring the database of DATABASE_URL up to date
migrate:
    uv run lip migrate

# Write a new migration for an area, from what has changed in its tables
new-migration area description:
    uv run python -m lip.database.new_migration {{ area }} "{{ description }}"

# Print the figures of bench/, beside those of the bare engine (docs/speed.md names all)
bench *names="engine check_in badges search pages":
    for name in {{ names }}; do uv run python -m bench.$name; done

# Bundle the decoder for the browser anew (needs Node; its result is committed)
vendor:
    sh static/vendor/bundle.sh

# Write today's newest versions into the constraints of pyproject.toml
pin:
    uv run python -m tests.house.pinning
