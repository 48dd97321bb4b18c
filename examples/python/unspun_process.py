"""One `unspun` process for many documents, on which the Spark and datatrove examples are built. Needs Python 3.10 and a POSIX system."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Group = TypeVar('Group')

# Stands once in an answered line, and nowhere in a text: there a quotation mark has a backslash before it.
ANNOTATION = b',"unspun":'
SECONDS_TO_END = 60


@dataclass(frozen=True)
class Outcome:
    """What became of a document."""

    # The restored text; that of a bad document as it came.
    text: str | None
    # Verdict and edits as JSON, offsets in code points as Python counts them; None for a bad document.
    annotation: str | None
    # Why the document could not be treated; None where it was.
    error: str | None


class UnspunError(RuntimeError):
    """The process could not be started, or ended before its work was done."""


class UnspunProcess:
    """
    A running command line of unspun, fed through pipes.

    command: how to start it, as ['unspun'] or ['node', '/opt/unspun/dist/cli.js'].
    action: 'restore', or 'detect' for verdicts without restoring.
    options: further flags, as ['--mode', 'certain'].
    environment: variables to set for it, as {'NODE_OPTIONS': '--max-old-space-size=1024'}.
    """

    def __init__(
        self,
        command: Sequence[str] = ('unspun',),
        action: str = 'restore',
        options: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._outgoing: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._errors: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._complaints = tempfile.TemporaryFile()
        self._due = 0
        self._start([*command, action], options, {**os.environ, **(environment or {})})

    def __enter__(self) -> UnspunProcess:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            # A caller that left early has no use for the rest, nor for how it ended.
            if kind is None and self._due == 0:
                self._finish()
        finally:
            self._release()

    def restore(
        self, groups: Iterable[Group], texts_of: Callable[[Group], Sequence[str | None]]
    ) -> Iterator[tuple[Group, list[Outcome]]]:
        """
        Each group with one outcome for each of its texts, all in order. The process works on a group while the caller makes
        the next; no more than two are held.
        """
        waiting: deque[tuple[Group, Sequence[str | None]]] = deque()
        for group in groups:
            texts = texts_of(group)
            self._send(texts)
            waiting.append((group, texts))
            if len(waiting) > 1:
                yield self._answered(*waiting.popleft())
        while waiting:
            yield self._answered(*waiting.popleft())

    def _start(self, command: Sequence[str], options: Sequence[str], environment: Mapping[str, str]) -> None:
        errors_in, errors_out = os.pipe()
        # A bad line comes back as it was, and the reason through a pipe of its own.
        fixed = ['--output', 'annotated', '--offsets', 'codepoints', '--on-error', 'keep', '--errors', f'/dev/fd/{errors_out}', '--quiet']
        try:
            self._child = subprocess.Popen(
                [*command, *fixed, *options, '-'],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._complaints, env=environment, pass_fds=[errors_out],
            )
        except OSError as error:
            os.close(errors_in)
            self._complaints.close()
            expected = 'expected a program: install unspun, or name it in `command`'
            raise UnspunError(f'cannot start {command[0]!r} ({error.strerror}), {expected}') from error
        finally:
            os.close(errors_out)
        # Two threads, so that nobody waits in a circle: the child never has to wait for us before it goes on reading.
        self._threads = [
            threading.Thread(target=self._write, daemon=True),
            threading.Thread(target=self._read_errors, args=[errors_in], daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def _send(self, texts: Sequence[str | None]) -> None:
        self._due += len(texts)
        # In ASCII, which carries lone surrogates, too.
        self._outgoing.put(''.join(f'{json.dumps({"text": text})}\n' for text in texts).encode('ascii'))

    def _answered(self, group: Group, texts: Sequence[str | None]) -> tuple[Group, list[Outcome]]:
        return group, [self._receive(text) for text in texts]

    def _receive(self, text: str | None) -> Outcome:
        line = self._child.stdout.readline()
        if not line.endswith(b'\n'):
            raise self._failure('ended before all documents were answered')
        self._due -= 1
        document, mark, annotation = line.partition(ANNOTATION)
        if mark:
            return Outcome(json.loads(document + b'}')['text'], annotation[: -len('}\n')].decode('utf-8'), None)
        error = self._errors.get()
        if error is None:
            raise self._failure('gave no reason for a bad document')
        return Outcome(text, None, error)

    def _finish(self) -> None:
        self._outgoing.put(None)
        if self._child.stdout.read(1):
            raise self._failure('answered more documents than it was given')
        if self._child.wait(SECONDS_TO_END) != 0:
            raise self._failure('failed')

    def _release(self) -> None:
        self._child.kill()
        self._child.wait()
        self._outgoing.put(None)
        for thread in self._threads:
            thread.join()
        self._child.stdout.close()
        self._complaints.close()

    def _write(self) -> None:
        try:
            with self._child.stdin as stream:
                while (lines := self._outgoing.get()) is not None:
                    stream.write(lines)
                    stream.flush()
        except OSError:
            pass  # The child has gone; whoever reads from it says so.

    def _read_errors(self, descriptor: int) -> None:
        with open(descriptor, 'rb') as stream:
            for line in stream:
                error = json.loads(line)
                # A line too long to be held comes in several parts, and is one document.
                if error.get('part', 1) == 1:
                    self._errors.put(f'{error["reason"]}: {error["message"]}')
        self._errors.put(None)

    def _failure(self, what: str) -> UnspunError:
        try:
            code = self._child.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            code = None
        size = self._complaints.seek(0, os.SEEK_END)
        self._complaints.seek(max(0, size - 4000))
        said = self._complaints.read().decode('utf-8', 'replace').strip()
        return UnspunError(f'unspun {what}; exit code {code}, its last words: {said or "none"}')
