"""A cluster gives what one process gives."""

import subprocess
import sys

import pandas as pd

import voced


def test_dask_on_two_workers_writes_the_bytes_of_one_process(root, tmp_path):
    counties, scenario = root / "examples/counties.csv", root / "examples/scenario.json"
    program = root / "examples/cluster/on_dask.py"
    command = [sys.executable, "-B", program, counties, scenario, tmp_path / "cluster.parquet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    areas = pd.read_csv(counties, skiprows=1)
    rows = voced.batch(areas, {"plan": scenario}, draws=200).to_pandas()
    rows.to_parquet(tmp_path / "threads.parquet", index=False)
    assert (tmp_path / "cluster.parquet").read_bytes() == (tmp_path / "threads.parquet").read_bytes()


def test_the_page_of_the_documentation_has_the_programs_as_they_are(root):
    page = (root / "docs/cluster.md").read_text("utf-8")
    for program in ["on_dask.py", "on_spark.py"]:
        text = (root / "examples/cluster" / program).read_text("utf-8")
        assert f"```python\n{text}```\n" in page, program
