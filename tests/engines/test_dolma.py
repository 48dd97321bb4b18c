"""What the command line writes for Dolma, read by Dolma."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import EXAMPLES, MINUTES
from documents import documents, jsonl


@pytest.fixture(scope='module')
def corpus(tmp_path_factory: pytest.TempPathFactory, unspun) -> Path:
    """Two files of documents with their attributes beside them, a mixer configuration, and the documents restored by the command line."""
    folder = tmp_path_factory.mktemp('dolma')
    (folder / 'documents').mkdir()
    for shard in range(2):
        records = [{**record, 'id': f'{shard}/{record["id"]}', 'source': 'invented'} for record in documents(800, f'dolma {shard}')]
        (folder / 'documents' / f'{shard}.json.gz').write_bytes(gzip.compress(jsonl(records)))
    files = sorted((folder / 'documents').iterdir())
    unspun('restore', '--output', 'dolma', *files, '--mixer-config', folder / 'mixer.json')
    unspun('restore', *files, '--out', folder / 'restored')
    return folder


def test_its_mixer_makes_the_same_texts(corpus: Path):
    mixed = mix(corpus, corpus / 'mixer.json')
    restored = records_in(corpus / 'restored')
    assert len(mixed) == 1600
    assert [record['id'] for record in mixed] == [record['id'] for record in restored]
    assert [bytes_of(record) for record in mixed] == [bytes_of(record) for record in restored]
    assert sum(bytes_of(record) != bytes_of(given) for record, given in zip(mixed, records_in(corpus / 'documents'))) > 300
    assert sum(record['text'] == '' for record in mixed) > 3
    assert sum('😀🚀' in record['text'] for record in mixed) > 100


def test_its_mixer_drops_documents_by_their_probability(corpus: Path):
    example = json.loads((EXAMPLES / 'dolma' / 'drop-spun.json').read_text())
    [stream] = example['streams']
    stream['documents'] = [str(corpus / name) for name in stream['documents']]
    stream['output']['path'] = str(corpus / stream['output']['path'])
    (corpus / 'drop.json').write_text(json.dumps(example))
    kept = mix(corpus, corpus / 'drop.json')
    dropped = spun(corpus)
    assert 300 < len(dropped) < 800
    assert [record['id'] for record in kept] == [record['id'] for record in records_in(corpus / 'documents') if record['id'] not in dropped]


def mix(corpus: Path, configuration: Path) -> list[dict[str, Any]]:
    """Runs `dolma mix` and returns the documents it wrote."""
    dolma = Path(sys.executable).parent / 'dolma'
    environment = {**os.environ, 'TMPDIR': str(corpus)}
    done = subprocess.run([dolma, '-c', configuration, 'mix'], capture_output=True, timeout=5 * MINUTES, cwd=corpus, env=environment)
    assert done.returncode == 0, done.stderr.decode()
    return records_in(Path(json.loads(configuration.read_text())['streams'][0]['output']['path']))


def spun(corpus: Path) -> set[str]:
    """Ids of the documents that the attribute files call spun."""
    rows = records_in(corpus / 'attributes' / 'unspun')
    return {row['id'] for row in rows if row['attributes']['unspun__document__probability'][0][2] >= 0.5}


def records_in(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for file in sorted(folder.glob('*.json.gz')) for line in gzip.decompress(file.read_bytes()).splitlines()]


def bytes_of(record: dict[str, Any]) -> bytes:
    return record['text'].encode()
