"""What the weights at hand see in the texts of relations, so that training meets what run time meets.

Where a corpus marks only the arguments of its relations (KnowledgeNet), further mentions become entities of their own, or there
would be hardly a pair without relation; and every mention learns the type that it would be given.
"""
import numpy as np

from batches import Encoded, collate
from evaluate import BAR, Predict
from labels import KINDS, TYPES
from pair_documents import PairDocument, PairMention


def predict_mentions(windows: list[list[Encoded]], predict: Predict, size: int = 16) -> list[list[dict]]:
    """For each window its mentions as raw ones: start, end (characters), kind, type (ours)."""
    found: list[list[dict]] = [[] for _ in windows]
    order = sorted(range(len(windows)), key=lambda index: sum(len(encoded.pieces) for encoded in windows[index]))
    for begin in range(0, len(order), size):
        rows = order[begin:begin + size]
        tensors = collate([windows[row] for row in rows])
        outputs = predict({name: tensors[name].numpy() for name in ('pieces', 'shapes', 'mask', 'words')})
        sentences = [(row, encoded) for row in rows for encoded in windows[row]]
        for (place, first, last), kinds, types in zip(outputs['mentions'], outputs['mention_kinds'], outputs['mention_types']):
            if 1 - kinds[0] >= BAR:
                row, encoded = sentences[place]
                spans = encoded.sentence.spans
                found[row].append({'start': spans[first][0], 'end': spans[last][1], 'kind': KINDS[1 + int(np.argmax(kinds[1:]))],
                                   'type': TYPES[int(np.argmax(types))]})
    return found


def without_overlap(extra: list[dict], gold: list[dict]) -> list[dict]:
    """Those that touch no gold mention and no longer one of their own."""
    kept: list[dict] = []
    for mention in sorted(extra, key=lambda one: one['start'] - one['end']):
        if not any(mention['start'] < other['end'] and other['start'] < mention['end'] for other in [*gold, *kept]):
            kept.append(mention)
    return kept


def note_guesses(document: PairDocument, found: list[PairMention]) -> None:
    """Each mention of `document` gets as guess the type of the found one that shares most words with it; -1 where none does."""
    for mention in document.mentions:
        shared = [(min(mention.end, other.end) - max(mention.start, other.start), other.type) for other in found]
        most, kind = max(shared, default=(0, -1))
        mention.guess = kind if most > 0 else -1
