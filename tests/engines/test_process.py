"""The process behind the examples: order, errors, exit codes, no waiting in a circle."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import EXAMPLES
from documents import documents, jsonl
from unspun_process import UnspunError, UnspunProcess


def test_answers_as_the_command_line_does(command, unspun):
    records = documents(600, 'process')
    expected = unspun('restore', '--output', 'annotated', '--offsets', 'codepoints', '-', stdin=jsonl(records)).decode().splitlines()
    with UnspunProcess(command) as process:
        groups = [records[at : at + 37] for at in range(0, len(records), 37)]
        answered = list(process.restore(groups, lambda group: [record['text'] for record in group]))
    assert [group for group, _ in answered] == groups
    outcomes = [outcome for _, some in answered for outcome in some]
    assert [outcome.error for outcome in outcomes] == [None] * len(records)
    restored = jsonl([{**record, 'text': outcome.text} for record, outcome in zip(records, outcomes)]).decode().splitlines()
    assert [f'{line[:-1]},"unspun":{outcome.annotation}}}' for line, outcome in zip(restored, outcomes)] == expected
    assert sum(outcome.text != record['text'] for outcome, record in zip(outcomes, records)) > 50


def test_spans_count_as_python_does(command):
    text = '😀🚀 café ' + ' '.join(record['text'] for record in documents(30, 'spans'))
    with UnspunProcess(command) as process:
        [(_, [outcome])] = process.restore([[text]], list)
    edits = json.loads(outcome.annotation)['edits']
    assert len(edits) > 10
    assert [text[edit['start'] : edit['end']] for edit in edits] == [edit['observed'] for edit in edits]


BAD = {
    'null': (None, 'text not a string: got null as "text"'),
    'a text longer than allowed': ('x' * 1001, 'too long: got 1001 characters of text, expected at most 1000'),
    # A line beyond some 16 MB, which the command line hands through in parts.
    'a text that fills memory': ('x' * 17_000_000, 'too long: got a line of more than'),
}


@pytest.mark.parametrize(['text', 'error'], BAD.values(), ids=BAD.keys())
def test_a_bad_document_comes_back_as_it_was_with_the_reason(command, text, error):
    groups = [['The mayor said so.', text], [text, ''], [text]]
    with UnspunProcess(command, options=['--max-document', '1000']) as process:
        outcomes = [outcome for _, some in process.restore(groups, list) for outcome in some]
    assert [outcome.text for outcome in outcomes] == ['The mayor said so.', text, text, '', text]
    assert [outcome.error is None for outcome in outcomes] == [True, False, False, True, False]
    assert [outcome.annotation is None for outcome in outcomes] == [False, True, True, False, True]
    assert outcomes[1].error.startswith(error)


def test_one_process_serves_all_and_gets_its_environment(counted):
    command, started = counted
    with UnspunProcess(command, environment={'STARTED': str(started)}) as process:
        answered = list(process.restore([['one'], ['two'], [], ['three']], list))
    assert [group for group, _ in answered] == [['one'], ['two'], [], ['three']]
    assert len(started.read_text().splitlines()) == 1


def test_groups_far_larger_than_a_pipe_do_not_block(command):
    text = 'The bakery opens at six. ' * 40_000
    with UnspunProcess(command, action='detect') as process:
        for _, outcomes in process.restore([[text, None] * 4] * 3, list):
            assert [outcome.text for outcome in outcomes] == [text, None] * 4


def test_takes_at_most_one_group_ahead(command):
    taken = []
    with UnspunProcess(command) as process:
        groups = (taken.append(number) or [str(number)] for number in range(10))
        for given, (group, _) in enumerate(process.restore(groups, list)):
            assert group == [str(given)]
            assert len(taken) <= given + 2


FAILURES = {
    'ends at once with an exit code': ('echo no room >&2; exit 3', 'exit code 3, its last words: no room'),
    'is killed': ('kill -9 $$', 'exit code -9, its last words: none'),
    'ends well, but early': ('read line; echo "${line%?},\\"unspun\\":{}}"; exit 0', 'before all documents were answered; exit code 0'),
    'gives no reason': ('read line; echo "$line"; exit 0', 'gave no reason for a bad document; exit code 0'),
    'fails after its last answer': ('while read line; do echo "${line%?},\\"unspun\\":{}}"; done; exit 1', 'unspun failed; exit code 1'),
    'says more than it was asked': ('while read line; do echo "${line%?},\\"unspun\\":{}}"; done; echo more', 'answered more documents'),
}


@pytest.mark.parametrize(['script', 'message'], FAILURES.values(), ids=FAILURES.keys())
def test_a_process_that_fails_is_an_error(tmp_path: Path, script, message):
    with pytest.raises(UnspunError) as caught:
        with UnspunProcess(['sh', '-c', script]) as process:
            list(process.restore([['text'] * 1000] * 3, list))
    assert message in str(caught.value)


def test_wrong_usage_is_an_error(command):
    with pytest.raises(UnspunError, match='exit code 2.*--mode'):
        with UnspunProcess(command, options=['--mode', 'wild']) as process:
            list(process.restore([['text']], list))


def test_a_program_that_is_not_there_is_an_error():
    with pytest.raises(UnspunError, match="cannot start 'no-such-program'"):
        UnspunProcess(['no-such-program'])


@pytest.mark.parametrize('how', ['the caller stops early', 'the caller fails', 'all is done'])
def test_leaves_no_process_and_no_open_file(counted, how):
    command, started = counted
    before = len(os.listdir('/proc/self/fd'))
    try:
        with UnspunProcess(command, environment={'STARTED': str(started)}) as process:
            for _ in process.restore([['text']] * 100, list):
                if how == 'the caller stops early':
                    break
                if how == 'the caller fails':
                    raise KeyError
    except KeyError:
        pass
    with pytest.raises(ProcessLookupError):
        os.kill(int(started.read_text()), 0)
    assert len(os.listdir('/proc/self/fd')) == before


def test_ends_when_its_caller_is_killed(counted):
    command, started = counted
    caller = subprocess.Popen(
        [sys.executable, '-c', f'import time\nfrom unspun_process import UnspunProcess\nprocess = UnspunProcess({command!r})\n'
         'print(list(process.restore([["text"]], list)), flush=True)\ntime.sleep(60)'],
        env={**os.environ, 'STARTED': str(started), 'PYTHONPATH': str(EXAMPLES / 'python')}, stdout=subprocess.PIPE,
    )
    caller.stdout.readline()
    caller.kill()
    caller.wait()
    caller.stdout.close()
    child = int(started.read_text())
    give_up = time.monotonic() + 30
    while is_running(child):
        assert time.monotonic() < give_up, 'the child outlives its caller'
        time.sleep(0.1)


def is_running(process: int) -> bool:
    try:
        return Path(f'/proc/{process}/stat').read_text().rpartition(')')[2].split()[0] != 'Z'
    except FileNotFoundError:
        return False
