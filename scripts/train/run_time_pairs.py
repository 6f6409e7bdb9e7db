"""Windows as the relation head meets them in Node, with the answers of the annotation (made by run-time-pairs.ts).

There an entity is what the steps before found, of the type they gave it. A line of
the file: `file`, `id` of the document, `pieces` and `shapes` of the window, `mentions` (first and last piece of each, inclusive, flat), `sizes`
(mentions of each entity, in that order), `types` (of each entity), `asked` [subject, object, types that hold, types that fail, 1 = a sentence has
both]; other types are unknown; `bridges` and `marks` of each pair, flat (heads/bridges.py).
"""
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from heads.bridges import BRIDGE, MARKS
from labels import RELATIONS, TYPES
from news_annotations import ALIKE, KNOWN_TO_ANYONE, bits
from pair_batches import MISTYPED, WORN, relation_tensors, wear


TIMES = {'news-judged': 2, 'redocred-train': 3, 're3d-train': 3}
"""How often a window of a file is gone through in an epoch, where not once."""


@dataclass(slots=True)
class AskedWindow:
    file: str
    id: str
    pieces: list[int]
    shapes: list[int]
    mentions: list[tuple[int, int]]
    entities: list[list[int]]  # rows of `mentions`
    types: list[int]
    pairs: list[tuple[int, int]]
    holds: list[int]  # bit set of types, a pair
    known: list[int]
    bridges: list[list[int]]  # pieces counted over the window
    marks: list[list[int]]

    @property
    def length(self) -> int:
        return len(self.pieces)

    @property
    def most_pairs(self) -> int:
        return len(self.pairs)


def load_asked(paths: Sequence[Path]) -> list[AskedWindow]:
    """The windows of all files, each as often as an epoch goes through it."""
    return [window for path in paths for window in read_asked(path) for _ in range(TIMES.get(window.file, 1))]


def read_asked(path: Path) -> list[AskedWindow]:
    """The windows with a pair of which something is known."""
    with open(path, encoding='utf-8') as lines:
        windows = [read_window(json.loads(line)) for line in lines]
    return [window for window in windows if window.pairs]


def read_window(raw: dict) -> AskedWindow:
    entities, row = [], 0
    for size in raw['sizes']:
        entities.append(list(range(row, row + size)))
        row += size
    mentions = list(zip(raw['mentions'][::2], raw['mentions'][1::2]))
    window = AskedWindow(raw['file'], raw['id'], raw['pieces'], raw['shapes'], mentions, entities, raw['types'], [], [], [], [], [])
    is_news = raw['file'].startswith('news')
    for row, (subject, object_, holding, failing, near) in enumerate(raw['asked']):
        holds, fails = (sum(1 << index for index in indices) for indices in (holding, failing))
        known = holds | (fails & ~unsure(fails, near) if is_news else fails)
        if known:
            window.pairs.append((subject, object_))
            window.holds.append(holds)
            window.known.append(known)
            window.bridges.append(raw['bridges'][row * BRIDGE:(row + 1) * BRIDGE])
            window.marks.append(raw['marks'][row * len(MARKS):(row + 1) * len(MARKS)])
    return window


def unsure(fails: int, near: int) -> int:
    """Types whose absence says nothing in news, as in news_annotations: what is like one that may hold, or is known without the text."""
    stated = {name for index, name in enumerate(RELATIONS) if not fails >> index & 1}
    alike = bits(*(name for family in ALIKE if stated & set(family) for name in family))
    return alike if near else alike | bits(*KNOWN_TO_ANYONE)


def collate_asked(windows: list[AskedWindow], chance: random.Random | None = None) -> dict[str, Tensor]:
    """As pair_batches.collate_relations."""
    mentions, entities, types, pairs, holds, known, bridges, marks = [], [], [], [], [], [], [], []
    longest = max(window.length for window in windows)
    for row, window in enumerate(windows):
        before, earlier = len(mentions), len(entities)
        bridges += [[before + own[0], before + own[1], *(row * longest + piece if piece >= 0 else -1 for piece in own[2:])]
                    for own in window.bridges]
        marks += window.marks
        is_worn = chance is not None and chance.random() < WORN
        mentions += [(row, first, last) for first, last in window.mentions]
        entities += [[before + index for index in members] for members in (wear(window.entities, chance) if is_worn else window.entities)]
        types += [chance.randrange(len(TYPES)) if is_worn and chance.random() < MISTYPED else kind for kind in window.types]
        pairs += [(earlier + subject, earlier + object_) for subject, object_ in window.pairs]
        holds += [spread(one) for one in window.holds]
        known += [spread(one) for one in window.known]
    return {**padded(windows), **relation_tensors(mentions, entities, types, pairs, holds, known),
            'bridges': torch.tensor(bridges), 'marks': torch.tensor(marks)}


def padded(windows: list[AskedWindow]) -> dict[str, Tensor]:
    """`pieces`, `shapes`, `mask` [windows, pieces]."""
    longest = max(window.length for window in windows)
    rows = [(window.pieces, window.shapes, [1] * window.length) for window in windows]
    return {name: torch.tensor([row[place] + [0] * (longest - len(row[place])) for row in rows])
            for place, name in enumerate(('pieces', 'shapes', 'mask'))}


def spread(types: int) -> list[int]:
    return [types >> index & 1 for index in range(len(RELATIONS))]
