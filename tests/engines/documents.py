"""Invented documents: clean ones, ones as a thesaurus spinner leaves them, and such as trip programs up."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from typing import Any

CLEAN = """The bakery on Harbor Street opens at six every morning, and by seven the line reaches the corner.
Maria Keller has run it with her brother since their father retired.
On Saturdays they sell out of rye bread before noon.
The town council will vote on the new bridge in March, the mayor said.
Snow fell on the pass overnight and two villages were without power until ten.
Nobody was hurt when a tram left the rails near the old market.
The library has bought four thousand books this year, most of them for children.
"We had hoped for more rain," said Tomas Bergh, who grows apples east of the river.
A ferry takes about twenty minutes to the island and costs three euros.
The choir has sung in the chapel every Christmas since the war.
Prices for winter wheat rose slightly after the ministry published its forecast.
The school closed for a week because the heating had failed.""".split('\n')

SPUN = """The Chinese language ministry stated on Monday that it will likely be constructing a brand new port, in opposition to the recommendation of its personal consultants.
“The economic system is rising, however we want extra harbors,” the minister stated in an announcement final week, in response to the Chinese language press.
Greater than 40 staff have been employed final yr, she stated, and the Legal professional Common had no objections to the invoice.
At the very least 12 folks have been taken to hospital, a spokeswoman for the inside ministry mentioned.
The central financial institution raised rates of interest final month.
The social gathering misplaced practically all of its seats within the election final yr.
In line with the police, the motive force left the highway in heavy rain and hit a tree.
The corporate stated it might minimize 300 jobs by the tip of the yr.
Round 2,000 folks protested in opposition to the brand new regulation on Sunday.
The prime minister mentioned the nation wanted extra time to pay again its money owed.""".split('\n')

ODD = (
    '', ' ', '\n\n', '\u2028\u2029\u0085', '"', '\\', ',"unspun":{}', '\x00\x01\x1f', '\ufeffThe mayor said so.',
    'no\u00adbreak\u2011hyphens\u00a0and\r\nCRLF',
    '😀', '👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 𝓐 é', '日本語のテキスト。', 'ﷺ' * 50, 'a' * 20_000,
)


def documents(count: int, seed: str) -> list[dict[str, Any]]:
    """Documents with `id` and `text`, the same for the same seed; one in four spun, one in forty long."""
    draw = random.Random(seed)
    return [{'id': f'doc-{number}', 'text': _text(draw, number)} for number in range(count)]


def jsonl(records: Sequence[dict[str, Any]]) -> bytes:
    """Lines as Python and the command line write them alike: in ASCII, without spaces."""
    return ''.join(f'{json.dumps(record, separators=(",", ":"))}\n' for record in records).encode('ascii')


def _text(draw: random.Random, number: int) -> str:
    if number % 20 == 3:
        return draw.choice(ODD)
    length = 200 if number % 40 == 7 else draw.randint(4, 16)
    sentences = [draw.choice(SPUN if number % 4 == 0 else CLEAN) for _ in range(length)]
    if number % 10 == 4:
        sentences.insert(draw.randrange(length), draw.choice(ODD))
        sentences.insert(0, '😀🚀 café')
    return draw.choice(' \n').join(sentences)
