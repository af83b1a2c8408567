"""Every county of a table under one scenario, on a Dask cluster: python on_dask.py COUNTIES.csv SCENARIO.json OUT.parquet"""

import sys
from pathlib import Path

import dask.dataframe as dd
import pandas as pd
import voced
from distributed import Client, LocalCluster


def batch(areas: pd.DataFrame, scenario: str) -> pd.DataFrame:
    """What a worker does with its part of the table. A row with a fault ends the program, and says which."""
    return voced.batch(areas, {"plan": scenario}, draws=200, threads=1, on_error="raise").to_pandas()


def main(counties: str, scenario: str, out: str) -> None:
    # The first line of the table is its title. Parents of rows have to be in the same part as the rows.
    areas = pd.read_csv(counties, skiprows=1)
    text = Path(scenario).read_text("utf-8")
    # A cluster that is there already: Client("tcp://scheduler:8786").
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster):
        parts = dd.from_pandas(areas, npartitions=4, sort=False)
        # Dask wants to know the columns before there are any rows.
        meta = batch(areas.head(1), text).head(0)
        rows = parts.map_partitions(batch, text, meta=meta).compute()
    rows.to_parquet(out, index=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
