"""The datatrove step in pipelines of two tasks, side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

from documents import documents, jsonl
from unspun_process import UnspunError
from unspun_step import UnspunRestorer

SHARDS = 4


def test_equals_the_command_line(tmp_path: Path, unspun, counted):
    command, started = counted
    write_shards(tmp_path / 'in')
    run(tmp_path, UnspunRestorer(command=command, environment={'STARTED': str(started)}))
    unspun('restore', '--output', 'annotated', '--offsets', 'codepoints', tmp_path / 'in', '--out', tmp_path / 'expected')
    written = [line for rank in range(2) for line in rows(tmp_path / 'out' / f'{rank:05}.jsonl')]
    # The first rank reads every other file; its reader leaves out empty documents.
    expected = [row for shard in (0, 2, 1, 3) for row in rows(tmp_path / 'expected' / f'{shard}.jsonl') if row['text'] != '']
    assert [row['id'] for row in written] == [row['id'] for row in expected]
    assert [row['text'].encode() for row in written] == [row['text'].encode() for row in expected]
    assert [row['metadata']['unspun'] for row in written] == [row['unspun'] for row in expected]
    assert sum(len(row['unspun']['edits']) > 0 for row in expected) > 200
    assert len(started.read_text().splitlines()) == 2, 'one process a rank'


def test_a_document_that_cannot_be_treated_keeps_its_text(command):
    given = [Document(text='The mayor said so.', id='1'), Document(text='x' * 101, id='2'), Document(text='\ud800 lone', id='3')]
    step = UnspunRestorer(command=command, options=['--max-document', '100'])
    first, second, third = step.run(iter(given))
    assert [first.text, second.text, third.text] == ['The mayor said so.', 'x' * 101, '\ud800 lone']
    assert first.metadata['unspun']['family'] == third.metadata['unspun']['family'] == 'none'
    assert second.metadata.keys() == {'unspun_error'}
    assert second.metadata['unspun_error'].startswith('too long: got 101 characters of text')
    assert {name: step.stats[name].total for name in ('documents', 'errors')} == {'documents': 3, 'errors': 1}


def test_documents_flow_while_they_are_made(command):
    made = []

    def endless() -> Iterator[Document]:
        while True:
            made.append(Document(text='The mayor said so.', id=str(len(made))))
            yield made[-1]

    flow = UnspunRestorer(command=command).run(endless())
    assert [next(flow).id for _ in range(250)] == [str(number) for number in range(250)]
    assert len(made) <= 400
    flow.close()


def test_a_process_that_fails_fails_the_rank():
    step = UnspunRestorer(command=['sh', '-c', 'echo no room >&2; exit 3'])
    with pytest.raises(UnspunError, match='exit code 3, its last words: no room'):
        list(step.run(iter([Document(text='text', id='1')])))


def run(folder: Path, step: UnspunRestorer) -> None:
    pipeline = [JsonlReader(str(folder / 'in')), step, JsonlWriter(str(folder / 'out'), output_filename='${rank}.jsonl', compression=None)]
    LocalPipelineExecutor(pipeline, tasks=2, workers=2, logging_dir=str(folder / 'logs')).run()


def write_shards(folder: Path) -> None:
    folder.mkdir()
    for shard in range(SHARDS):
        records = [{**record, 'id': f'{shard}/{record["id"]}'} for record in documents(500, f'datatrove {shard}')]
        (folder / f'{shard}.jsonl').write_bytes(jsonl(records))


def rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_bytes().splitlines()]
