"""Holds conditioned percentiles of `voced uncertainty` against NumPy, from the exported draws and weights.

    cargo build -p voced && venv/bin/python benches/scipy/conditioned.py target/debug/voced
"""

import csv
import json
import subprocess
import sys
import tempfile

import numpy as np


def percentiles(values, weights, percents):
    known = ~np.isnan(values) & (weights > 0)
    order = np.argsort(values[known], kind="stable")
    x, w = values[known][order], weights[known][order]
    places = np.concatenate([[0], np.cumsum((w[1:] + w[:-1]) / 2)])
    return np.interp(np.array(percents) / 100 * places[-1], places, x)


def check(program, scenario):
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        arguments = [program, "uncertainty", "-", "--conditioned", "--draws", "10000", "--draws-out", file.name]
        told = subprocess.run(arguments, input=json.dumps(scenario), capture_output=True, text=True, check=True)
        rows = list(csv.reader(open(file.name, encoding="utf-8")))
    report = json.loads(told.stdout)
    head = {name: place for place, name in enumerate(rows[0])}
    table = np.array([[float(cell) if cell else np.nan for cell in row] for row in rows[1:]])
    weights = table[:, head["weight"]]
    found = report["conditioned"]
    effective = weights.sum() ** 2 / (weights ** 2).sum()
    assert abs(effective / found["effective"] - 1) < 1e-9 and (effective >= 100) == found["agrees"]
    print(f"{scenario['region']} {scenario['layer']}: {effective:.1f} effective draws, agrees: {found['agrees']}")
    if not found["agrees"]:
        return
    worst = 0
    for quantity, bands in found["quantities"].items():
        for t, year in enumerate(report["years"]):
            values = table[:, head[f"{quantity}[{year}]"]]
            theirs = percentiles(values, weights, [5, 25, 50, 75, 95]) if not np.isnan(values).all() else [None] * 5
            for percent, their in zip([5, 25, 50, 75, 95], theirs):
                ours = bands[f"p{percent}"][t]
                assert (ours is None) == (their is None), (quantity, year)
                if ours is not None:
                    worst = max(worst, abs(ours - their) / max(1, np.nanmax(np.abs(values))))
    print(f"  largest difference of a percentile: {worst:.1e} of its size")
    assert worst < 1e-12


if __name__ == "__main__":
    for region, layer in [("laiwu", "base"), ("laiwu", "plan"), ("national", "base")]:
        check(sys.argv[1], {"schema": 1, "region": region, "layer": layer})
