"""Windows, batches and the order of the data: mixed window lengths, batches of like length, resumable to the batch."""
import random
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from corpora import KIND_BITS, NAMES, PREFERRED, Document, Sentence
from labels import KINDS, TYPES
from wordpiece import CLS, CONTINUATION, PAD, SEP, SPECIAL_SHAPE, WordPiece, case_shape

LENGTHS = ((126, 0.4), (254, 0.4), (500, 0.2))
"""Pieces of a window without its two marks, and how often a document is cut that way (feasibility study, §4)."""
LONGEST = LENGTHS[-1][0]
SECOND_CHOICE = 0.5
"""Weight of a type that a vague label allows beside its usual one; without it the model may settle on either by chance."""


@dataclass(slots=True)
class Encoded:
    """A sentence with its pieces."""
    sentence: Sentence
    pieces: list[int]
    shapes: list[int]
    first: list[int]  # place in `pieces` of the first piece of each word


def encode(sentence: Sentence, wordpiece: WordPiece) -> Encoded:
    """Cuts at a word boundary what does not fit the longest window; targets beyond are dropped by `collate`."""
    pieces: list[int] = []
    shapes: list[int] = []
    first: list[int] = []
    for word in sentence.words:
        ids = wordpiece.encode(word)
        if len(pieces) + len(ids) > LONGEST:
            break
        shape = case_shape(word)
        first.append(len(pieces))
        pieces += ids
        shapes += [shape] + [shape + CONTINUATION] * (len(ids) - 1)
    return Encoded(sentence, pieces, shapes, first)


def pack(sentences: list[Encoded], limit: int) -> list[list[Encoded]]:
    """Consecutive sentences into windows of at most `limit` pieces (a longer sentence has its own)."""
    windows: list[list[Encoded]] = []
    size = limit + 1
    for sentence in sentences:
        if size + len(sentence.pieces) > limit:
            windows.append([])
            size = 0
        windows[-1].append(sentence)
        size += len(sentence.pieces)
    return windows


def window_length(window: list[Encoded]) -> int:
    return 2 + sum(len(sentence.pieces) for sentence in window)


def group(windows: list[list[Encoded]], tokens: int) -> list[list[list[Encoded]]]:
    """Batches of windows of like length with at most `tokens` padded pieces."""
    batches: list[list[list[Encoded]]] = []
    for window in sorted(windows, key=window_length, reverse=True):
        if not batches or window_length(batches[-1][0]) * (len(batches[-1]) + 1) > tokens:
            batches.append([])
        batches[-1].append(window)
    return batches


class Stream:
    """Endless batches of one group of documents; the place (epoch, batch) says all, so it can be resumed exactly."""

    def __init__(self, name: str, documents: list[list[Encoded]], tokens: int, seed: int):
        self.name, self.documents, self.tokens, self.seed = name, documents, tokens, seed
        self.epoch, self.place = 0, 0
        self.batches = self._shuffle()

    def _shuffle(self) -> list[list[list[Encoded]]]:
        chance = random.Random(f'{self.seed}/{self.name}/{self.epoch}')
        windows = []
        for document in self.documents:
            limit = chance.choices([length for length, _ in LENGTHS], [share for _, share in LENGTHS])[0]
            windows += pack(document, limit)
        chance.shuffle(windows)
        chunk = 2000  # windows sorted by length together: padding stays low, batches stay mixed in content
        batches = [batch for start in range(0, len(windows), chunk)
                   for batch in group(windows[start:start + chunk], self.tokens)]
        chance.shuffle(batches)
        return batches

    def next(self) -> list[list[Encoded]]:
        if self.place >= len(self.batches):  # beyond: the corpora shrank since the checkpoint
            self.epoch, self.place = self.epoch + 1, 0
            self.batches = self._shuffle()
        self.place += 1
        return self.batches[self.place - 1]

    def state(self) -> dict[str, int]:
        return {'epoch': self.epoch, 'place': self.place}

    def resume(self, state: dict[str, int]) -> None:
        self.epoch, self.place = state['epoch'], state['place']
        self.batches = self._shuffle()


def collate(windows: list[list[Encoded]]) -> dict[str, Tensor]:
    """Tensors of one batch.

    `pieces`, `shapes`, `mask` [windows, pieces]; `words` [sentences, words] flat index of first pieces, -1 = no word;
    `upos`, `xpos`, `heads`, `labels` [sentences, words], -1 = unknown; span targets as `losses.span_loss` wants them.
    """
    length = max(map(window_length, windows))
    pieces = np.full((len(windows), length), PAD, np.int64)
    shapes = np.full((len(windows), length), SPECIAL_SHAPE, np.int64)
    mask = np.zeros((len(windows), length), np.int64)
    places: list[tuple[Encoded, int]] = []  # sentence and flat index of its first piece
    for row, window in enumerate(windows):
        ids = [CLS]
        kinds = [SPECIAL_SHAPE]
        for sentence in window:
            places.append((sentence, row * length + len(ids)))
            ids += sentence.pieces
            kinds += sentence.shapes
        ids.append(SEP)
        kinds.append(SPECIAL_SHAPE)
        pieces[row, :len(ids)], shapes[row, :len(ids)], mask[row, :len(ids)] = ids, kinds, 1
    batch = {'pieces': pieces, 'shapes': shapes, 'mask': mask, **targets(places)}
    return {name: torch.from_numpy(value) for name, value in batch.items()}


def targets(places: list[tuple[Encoded, int]]) -> dict[str, np.ndarray]:
    count = max(len(sentence.first) for sentence, _ in places)
    shape = (len(places), count)
    grids = {name: np.full(shape, -1, np.int64) for name in ('words', 'upos', 'xpos', 'heads', 'labels')}
    span_present = np.zeros(shape, np.float32)
    span_names = np.zeros(len(places), np.int64)
    cells, kinds, types, ignored = [], [], [], []
    for row, (encoded, offset) in enumerate(places):
        sentence, size = encoded.sentence, len(encoded.first)
        grids['words'][row, :size] = offset + np.asarray(encoded.first)
        if sentence.heads:
            grids['upos'][row, :size], grids['xpos'][row, :size] = sentence.upos[:size], sentence.xpos[:size]
            heads = np.asarray(sentence.heads[:size])
            grids['heads'][row, :size] = np.where(heads > size, -1, heads)  # head cut off
            grids['labels'][row, :size] = sentence.labels[:size]
        if sentence.mode:
            span_present[row, :size] = 1
            span_names[row] = sentence.mode == NAMES
            merged: dict[tuple[int, int], tuple[int, int]] = {}
            for first, last, kind, bits in sentence.mentions:  # two on one cell: either answer is right
                if last < size:
                    before = merged.get((first, last), (0, 0))
                    merged[first, last] = (before[0] | KIND_BITS[kind], before[1] | bits)
            for (first, last), (kind_bits, type_bits) in merged.items():
                cells.append((row, first, last))
                kinds.append([kind_bits >> index & 1 for index in range(len(KINDS))])
                types.append([(type_bits >> index & 1) * (1.0 if type_bits >> PREFERRED + index & 1 else SECOND_CHOICE)
                              for index in range(len(TYPES))])
            ignored += [(row, first, last) for first, last in sentence.ignored if last < size]
    return {**grids, 'span_present': span_present, 'span_names': span_names,
            'cells': np.asarray(cells, np.int64).reshape(-1, 3), 'ignored': np.asarray(ignored, np.int64).reshape(-1, 3),
            'cell_kinds': np.asarray(kinds, np.float32).reshape(-1, len(KINDS)),
            'cell_types': np.asarray(types, np.float32).reshape(-1, len(TYPES))}


def load_documents(documents: list[Document], wordpiece: WordPiece) -> list[list[Encoded]]:
    """Encoded sentences of each document, empty ones left out."""
    encoded = [[encode(sentence, wordpiece) for sentence in document.sentences] for document in documents]
    return [[sentence for sentence in document if sentence.first] for document in encoded if document]
