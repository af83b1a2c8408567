"""Every county of a table under one scenario, on Spark: spark-submit on_spark.py COUNTIES.csv SCENARIO.json OUT"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow as pa
import voced
from pyspark.sql import SparkSession

#: The columns of the results, as Spark wants to know them before there are any rows.
COLUMNS = (
    "area string, name string, scenario string, quantity string, year int, unit string, value double, "
    "p5 double, p25 double, p50 double, p75 double, p95 double"
)


def main(counties: str, scenario: str, out: str) -> None:
    text = Path(scenario).read_text("utf-8")

    def batch(parts: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """What a task does with its part of the table. A row with a fault ends the job, and says which."""
        for part in parts:
            done = voced.batch(part, {"plan": text}, draws=200, threads=1, on_error="raise")
            yield from done.to_pyarrow().to_batches()

    spark = SparkSession.builder.appName("voced").getOrCreate()
    # The first line of the table is its title. Parents of rows have to be in the same part as the rows.
    areas = spark.createDataFrame(pd.read_csv(counties, skiprows=1)).repartition(4)
    areas.mapInArrow(batch, COLUMNS).write.mode("overwrite").parquet(out)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
