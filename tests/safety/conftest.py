import json
from pathlib import Path

HERE = Path(__file__).parent
# The ages in the sentences are reckoned from this year.
YEAR = 2026


def rows(name):
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]
