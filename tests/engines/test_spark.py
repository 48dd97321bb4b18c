"""The Spark example on a real cluster on this machine: a master, two workers, two executors, each a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyspark
import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import expr, get_json_object

from conftest import CLI, EXAMPLES, MINUTES
from documents import documents, jsonl
from unspun_spark import restore

SCHEMA = 'id string, text string'
PARTITIONS = 12


@pytest.fixture(scope='module')
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    folder = tmp_path_factory.mktemp('spark')
    os.environ |= {
        'SPARK_HOME': str(Path(pyspark.__file__).parent), 'SPARK_LOCAL_IP': '127.0.0.1', 'PYSPARK_PYTHON': sys.executable,
        'SPARK_WORKER_DIR': str(folder / 'work'), 'SPARK_LOCAL_DIRS': str(folder / 'local'),
    }
    settings = {
        'spark.driver.host': '127.0.0.1', 'spark.driver.bindAddress': '127.0.0.1', 'spark.ui.enabled': 'false',
        'spark.sql.warehouse.dir': str(folder / 'warehouse'), 'spark.sql.execution.arrow.maxRecordsPerBatch': '100',
        'spark.executor.extraJavaOptions': f'-Djava.io.tmpdir={folder}',
    }
    session = SparkSession.builder.master('local-cluster[2,1,1024]').config(map=settings).getOrCreate()
    session.sparkContext.setLogLevel('ERROR')
    for module in ('python/unspun_process.py', 'spark/unspun_spark.py'):
        session.sparkContext.addPyFile(str(EXAMPLES / module))
    yield session
    session.stop()


@pytest.fixture(scope='module')
def records() -> list[dict[str, Any]]:
    """Documents, one in a hundred without a text."""
    return [{**record, 'text': None} if number % 100 == 50 else record for number, record in enumerate(documents(3000, 'spark'))]


@pytest.fixture(scope='module')
def expected(records, unspun) -> list[bytes]:
    """What the command line makes of them in one process."""
    options = ['--output', 'annotated', '--offsets', 'codepoints', '--on-error', 'keep']
    return unspun('restore', *options, '-', stdin=jsonl(records)).splitlines()


def test_equals_the_single_process(spark: SparkSession, records, expected, counted):
    command, started = counted
    rows = restore(frame_of(spark, records), command=command, environment={'STARTED': str(started)}).collect()
    assert lines_of(rows) == expected
    assert sum(row.text != record['text'] for row, record in zip(rows, records)) > 500
    assert sum(row.unspun_error is not None for row in rows) == 30
    assert len(started.read_text().splitlines()) == PARTITIONS, 'one process a task'


def test_equals_the_single_process_with_an_executor_killed_on_the_way(spark: SparkSession, records, expected, counted):
    command, started = counted
    # An executor that dies between two tasks takes none with it: then the next one is killed.
    for _ in range(4):
        started.unlink(missing_ok=True)
        killed, other = two_executors(spark)
        killer = threading.Thread(target=kill_on_the_way, args=[spark, killed])
        killer.start()
        rows = restore(frame_of(spark, records), command=command, environment={'STARTED': str(started)}).collect()
        killer.join()
        assert lines_of(rows) == expected
        after = two_executors(spark)
        assert other in after and killed not in after
        assert processes_gone(map(int, started.read_text().split()))
        if len(started.read_text().splitlines()) > PARTITIONS:
            return
    pytest.fail('no task was run again after four executors were killed')


def test_the_package_goes_to_the_executors_as_an_archive(spark: SparkSession, records, expected, tmp_path: Path):
    spark.sparkContext.addArchive(f'{archive(tmp_path)}#unspun')
    rows = restore(frame_of(spark, records[:400], 4), command=['node', 'unspun/node_modules/unspun/dist/cli.js']).collect()
    assert lines_of(rows) == expected[:400]


def test_bad_rows_come_back_with_the_reason(spark: SparkSession, command):
    given = [(1, 'The mayor said so.', 0.5), (2, None, 1.5), (3, 'x' * 101, 2.5)]
    frame = spark.createDataFrame(given, 'id int, text string, weight double').coalesce(1)
    rows = restore(frame, command=command, options=['--max-document', '100']).collect()
    assert [(row.id, row.text, row.weight) for row in rows] == given
    assert [row.unspun is None for row in rows] == [False, True, True]
    assert rows[0].unspun_error is None
    assert rows[1].unspun_error == 'text not a string: got null as "text", expected a string'
    assert rows[2].unspun_error.startswith('too long: got 101 characters of text, expected at most 100')


def test_verdicts_filter_the_rows(spark: SparkSession, records, command):
    judged = restore(frame_of(spark, records[:200], 2), command=command, action='detect')
    kept = judged.where(get_json_object('unspun', '$.probability').cast('double') < 0.5).collect()
    spun = [row for row in judged.collect() if row.unspun is not None and json.loads(row.unspun)['probability'] >= 0.5]
    assert 40 < len(spun) < 60
    assert sorted(row.id for row in [*kept, *spun]) == sorted(record['id'] for record in records[:200] if record['text'] is not None)
    assert [row.text for row in kept] == [record['text'] for record in records[:200] if record['id'] in {row.id for row in kept}]


def test_bytes_that_are_not_utf_8_come_back_as_they_were(spark: SparkSession, command):
    spun = ' '.join(record['text'] for record in documents(30, 'bytes'))
    frame = spark.createDataFrame([(spun.encode() + b' caf\xe9 \xed\xa0\x80',)], 'raw binary').select(expr('cast(raw as string) as text'))
    restored = restore(frame, command=command).select(expr('hex(cast(text as binary)) as hex'), 'unspun_error').collect()[0]
    assert restored.unspun_error is None
    raw = bytes.fromhex(restored.hex)
    assert raw.endswith(b' caf\xe9 \xed\xa0\x80')
    assert raw[:-9].decode() != spun


def test_a_process_that_fails_fails_the_job(spark: SparkSession):
    with pytest.raises(Exception, match='exit code 3, its last words: no room'):
        restore(spark.createDataFrame([('text',)], 'text string'), command=['sh', '-c', 'echo no room >&2; exit 3']).collect()


@pytest.mark.parametrize(['schema', 'message'], [
    ('body string', "expected one of strings called 'text'"),
    ('text int', "expected one of strings called 'text'"),
    ('text string, unspun string', "has ['unspun'] already"),
])
def test_a_frame_that_does_not_fit_is_the_caller_s_mistake(spark: SparkSession, schema, message):
    with pytest.raises(TypeError) as caught:
        restore(spark.createDataFrame([], schema))
    assert message in str(caught.value)


def archive(folder: Path) -> Path:
    """The package as it is installed, packed."""
    package = Path(CLI).parents[1]
    subprocess.run(['npm', 'pack', '--ignore-scripts', '--pack-destination', folder], cwd=package, check=True, timeout=5 * MINUTES)
    [tarball] = folder.glob('*.tgz')
    options = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']
    subprocess.run(['npm', 'install', *options, '--prefix', folder / 'unspun', tarball], check=True, timeout=5 * MINUTES)
    subprocess.run(['tar', '-czf', folder / 'unspun.tar.gz', '-C', folder / 'unspun', '.'], check=True, timeout=MINUTES)
    return folder / 'unspun.tar.gz'


def frame_of(spark: SparkSession, records: list[dict[str, Any]], partitions: int = PARTITIONS) -> DataFrame:
    rows = [(record['id'], record['text']) for record in records]
    return spark.createDataFrame(spark.sparkContext.parallelize(rows, partitions), SCHEMA)


def lines_of(rows: list[Any]) -> list[bytes]:
    """The lines that the command line would write for the rows, in the order in which they came."""
    lines = jsonl([{'id': row.id, 'text': row.text} for row in rows]).splitlines()
    return [line if row.unspun is None else b'%s,"unspun":%s}' % (line[:-1], row.unspun.encode()) for line, row in zip(lines, rows)]


def two_executors(spark: SparkSession) -> set[int]:
    """Process ids of the executors, when there are two."""
    give_up = time.monotonic() + 2 * MINUTES
    while time.monotonic() < give_up:
        if len(found := executors(spark)) == 2:
            return found
    raise AssertionError(f'two executors were expected, and there is {found}')


def executors(spark: SparkSession) -> set[int]:
    """Process ids of the executors that take part in a job: the parents of the parents of Python workers."""

    def work(batches):
        import pyarrow

        time.sleep(0.5)
        with open(f'/proc/{os.getppid()}/stat') as stat:
            executor = int(stat.read().rpartition(')')[2].split()[1])
        yield pyarrow.RecordBatch.from_pydict({'pid': [executor]})

    return {row.pid for row in spark.range(0, 8, 1, 8).mapInArrow(work, 'pid long').collect()}


def kill_on_the_way(spark: SparkSession, executor: int) -> None:
    """Kills an executor when some tasks are done and many are not."""
    tracker = spark.sparkContext.statusTracker()
    give_up = time.monotonic() + 5 * MINUTES
    while time.monotonic() < give_up:
        stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        if any(stage and 2 <= stage.numCompletedTasks <= PARTITIONS // 2 and stage.numActiveTasks == 2 for stage in stages):
            return os.kill(executor, signal.SIGKILL)
        time.sleep(0.02)


def processes_gone(processes) -> bool:
    give_up = time.monotonic() + 30
    left = set(processes)
    while left and time.monotonic() < give_up:
        left = {process for process in left if Path(f'/proc/{process}').exists()}
        time.sleep(0.1)
    return not left
