"""Holds `voced uncertainty --against` against NumPy: percentiles of differences, from the exported draws.

    cargo build -p voced && venv/bin/python benches/scipy/paired.py target/debug/voced
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

PERCENTS = [5, 25, 50, 75, 95]

PAIRS = [
    ({"schema": 1, "region": "laiwu"}, {"schema": 1, "region": "laiwu", "layer": "base"}),
    ({"schema": 1, "region": "laiwu", "layer": "base", "inputs": {"vocational_share": 0.4}},
     {"schema": 1, "region": "laiwu", "layer": "base", "horizon": 2024, "seed": 9}),
    ({"schema": 1, "region": "hengyang", "seed": 5}, {"schema": 1, "region": "hengyang", "seed": 5}),
]


def check(program, own, against):
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder) / name for name in ("own.json", "against.json", "draws.csv")]
        for file, scenario in zip(files, (own, against)):
            file.write_text(json.dumps(scenario))
        arguments = [program, "uncertainty", files[0], "--against", files[1], "--draws", "3000", "--draws-out", files[2]]
        told = subprocess.run(arguments, capture_output=True, text=True, check=True)
        with open(files[2], encoding="utf-8") as file:
            rows = list(csv.reader(file))
    report = json.loads(told.stdout)
    head = {name: place for place, name in enumerate(rows[0])}
    table = np.array([[float(cell) if cell else np.nan for cell in row] for row in rows[1:]])
    worst, count = 0, 0
    for quantity, bands in report["differences"].items():
        for t, year in enumerate(report["years"]):
            name = f"{quantity}[{year}]"
            other = head.get(f"against:{name}")
            column = table[:, head[name]] - (table[:, other] if other is not None else np.nan)
            known = column[~np.isnan(column)]
            found = [bands[f"p{percent}"][t] for percent in PERCENTS]
            if len(known) == 0:
                assert found == [None] * 5, name
                continue
            expected = np.percentile(known, PERCENTS)
            scale = max(np.abs(known).max(), 1e-300)
            worst = max(worst, np.abs(expected - np.array(found)).max() / scale)
            count += 1
            if own == against:
                assert found == [0.0] * 5, name
    assert worst < 1e-12, worst
    print(f"{own['region']}: {count} differences agree, the largest miss is {worst:.1e} of the largest draw")


for own, against in PAIRS:
    check(sys.argv[1], own, against)
