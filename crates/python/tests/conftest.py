"""What the tests share: the repository, the command line, the example of many areas."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

ROOT = Path(__file__).resolve().parents[3]

#: The scenario that most tests run: levers of every kind, over the years and a number for all of them.
SCENARIO: dict[str, Any] = {
    "schema": 1,
    "region": "laiwu",
    "layer": "base",
    "horizon": 2027,
    "seed": 7,
    "inputs": {
        "vocational_share": {"start": 0.3, "end": 0.5, "end_year": 2025, "shape": "linear"},
        "pay_growth": 0.06,
    },
}


@pytest.fixture
def root() -> Path:
    return ROOT


@pytest.fixture
def scenario() -> dict[str, Any]:
    return json.loads(json.dumps(SCENARIO))


@pytest.fixture(scope="session")
def counties() -> pd.DataFrame:
    """Twelve counties, a row each; the first line of the file is its title."""
    return pd.read_csv(ROOT / "examples/counties.csv", skiprows=1)


@pytest.fixture(scope="session")
def command():
    """Runs `voced` and gives what it prints."""
    program = os.environ.get("VOCED_PROGRAM", str(ROOT / "target/debug/voced"))

    def run(*arguments: object, code: int = 0) -> str:
        done = subprocess.run([program, *map(str, arguments)], capture_output=True, check=False)
        assert done.returncode == code, done.stderr.decode()
        return done.stdout.decode()

    return run
