"""unspun in Spark: a column of texts restored, one Node process a task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from pyspark.sql import DataFrame
from pyspark.sql.types import StringType, StructField, StructType

from unspun_process import Outcome, UnspunProcess

ADDED = ('unspun', 'unspun_error')


def restore(frame: DataFrame, text_column: str = 'text', **process: Any) -> DataFrame:
    """
    The frame with its texts restored, in the same order, and two columns more: `unspun`, verdict and edits as JSON, and
    `unspun_error`, why a row could not be treated; its text is then as it was. Of the two one is null.

    process: what UnspunProcess takes, as command=['node', '/opt/unspun/dist/cli.js'], options=['--mode', 'certain'].
    """
    at = _check(frame, text_column)
    schema = StructType([*frame.schema.fields, *(StructField(name, StringType()) for name in ADDED)])

    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        with UnspunProcess(**process) as child:
            for batch, outcomes in child.restore(batches, lambda batch: _texts(batch.column(at))):
                yield _with_outcomes(batch, at, outcomes)

    return frame.mapInArrow(work, schema)


def _check(frame: DataFrame, text_column: str) -> int:
    if frame.columns.count(text_column) != 1 or not isinstance(frame.schema[text_column].dataType, StringType):
        raise TypeError(f'got columns {frame.dtypes}, expected one of strings called {text_column!r}; name it in text_column')
    taken = [name for name in ADDED if name in frame.columns]
    if taken:
        raise TypeError(f'got a frame that has {taken} already, expected one without; drop or rename them')
    return frame.columns.index(text_column)


def _texts(column: pa.Array) -> list[str | None]:
    # A string column may hold any bytes; those that are not UTF-8 go through as lone surrogates and come back as they were.
    return [None if raw is None else raw.decode('utf-8', 'surrogateescape') for raw in column.cast(pa.binary()).to_pylist()]


def _with_outcomes(batch: pa.RecordBatch, at: int, outcomes: Sequence[Outcome]) -> pa.RecordBatch:
    kind = batch.schema.field(at).type
    raw = [None if one.text is None else one.text.encode('utf-8', 'surrogateescape') for one in outcomes]
    text = pc.cast(pa.array(raw, pa.large_binary()), options=pc.CastOptions(target_type=kind, allow_invalid_utf8=True))
    annotations = pa.array([one.annotation for one in outcomes], kind)
    errors = pa.array([one.error for one in outcomes], kind)
    columns = [text if i == at else column for i, column in enumerate(batch.columns)]
    return pa.RecordBatch.from_arrays([*columns, annotations, errors], names=[*batch.schema.names, *ADDED])
