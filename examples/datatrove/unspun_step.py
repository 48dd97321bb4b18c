"""unspun in datatrove: a pipeline step that restores documents, one Node process a rank."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep

from unspun_process import Outcome, UnspunProcess

# Documents handed over at a time.
GROUP = 100


class UnspunRestorer(PipelineStep):
    """
    Restores the text of every document, in order, and notes verdict and edits in its metadata as `unspun`. A document that cannot be
    treated keeps its text and gets `unspun_error` instead.

    process: what UnspunProcess takes, as command=['node', '/opt/unspun/dist/cli.js'], options=['--mode', 'certain'].
    """

    name = 'unspun'
    type = '✂️ - FORMAT'

    def __init__(self, **process: Any) -> None:
        super().__init__()
        self.process = process

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        with UnspunProcess(**self.process) as child:
            for documents, outcomes in child.restore(_groups(data), lambda documents: [document.text for document in documents]):
                for document, outcome in zip(documents, outcomes):
                    self._take(document, outcome)
                    yield document

    def _take(self, document: Document, outcome: Outcome) -> None:
        self.stat_update('documents')
        if outcome.error is not None:
            document.metadata['unspun_error'] = outcome.error
            self.stat_update('errors')
            return
        document.text = outcome.text
        document.metadata['unspun'] = verdict = json.loads(outcome.annotation)
        self.stat_update('edits', value=len(verdict.get('edits', ())))
        if verdict['family'] != 'none':
            self.stat_update('spun')


def _groups(data: DocumentsPipeline) -> Iterator[list[Document]]:
    documents = iter(data)
    while group := list(islice(documents, GROUP)):
        yield group
