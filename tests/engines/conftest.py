"""What the tests of the engines share: the command line, and runs of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / 'examples'
sys.path[:0] = [str(EXAMPLES / name) for name in ('python', 'spark', 'datatrove')]

CLI = os.environ.get('UNSPUN_CLI', str(ROOT / 'dist' / 'cli.js'))
COMMAND = ['node', CLI]
MINUTES = 60


@pytest.fixture(scope='session')
def command() -> list[str]:
    """How the command line is started."""
    return COMMAND


@pytest.fixture(scope='session')
def unspun():
    """Runs the command line and returns what it wrote."""

    def run(*arguments: str | Path, stdin: bytes = b'') -> bytes:
        done = subprocess.run([*COMMAND, *map(str, arguments)], input=stdin, capture_output=True, timeout=10 * MINUTES)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    return run


@pytest.fixture
def counted(tmp_path: Path) -> tuple[list[str], Path]:
    """A command that notes its process id in a file before it becomes the command line, and that file, named in its environment."""
    script = tmp_path / 'counted.sh'
    script.write_text(f'#!/bin/sh\necho $$ >> "$STARTED"\nexec node {CLI} "$@"\n')
    script.chmod(0o755)
    return [str(script)], tmp_path / 'started'
