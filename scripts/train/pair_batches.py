"""Batches of stage 2: windows of several documents with their pairs of entities or of mentions."""
import random
from collections.abc import Sequence
from itertools import permutations
from typing import Protocol

import numpy as np
import torch
from torch import Tensor

from batches import Encoded, collate
from labels import KIND_INDEX, RELATIONS, TYPES
from pair_documents import PairDocument, relation_row
from pair_features import FEATURES, match, pair_features

MOST_PAIRS = 2000
"""Pairs of entities in one batch (each costs 8,192 numbers); a document with more keeps all related ones and a sample."""
WORN, DROPPED, MISTYPED = 0.6, 0.15, 0.06
"""Share of documents that training sees as run time would find them; in these, share of mentions that are lost (an entity keeps
one) and of entities of a type by chance. The weights at hand err less on what they were trained on, hence chance."""
FURTHEST = 60
"""Mentions that coreference looks back; further away only names that share words (match 3 or more)."""
PRONOUN, NAME, SHARED_WORDS = KIND_INDEX['pronoun'], KIND_INDEX['name'], 3


class Windowed(Protocol):
    length: int
    """Pieces."""
    most_pairs: int


class PairStream:
    """Endless batches of documents; like batches.Stream its place (epoch, batch) says all."""

    def __init__(self, name: str, documents: Sequence[Windowed], tokens: int, seed: int):
        self.name, self.documents, self.tokens, self.seed = name, documents, tokens, seed
        self.epoch, self.place = 0, 0
        self.batches = self._shuffle()

    def _shuffle(self) -> list[list[Windowed]]:
        chance = random.Random(f'{self.seed}/{self.name}/{self.epoch}')
        documents = list(self.documents)
        chance.shuffle(documents)
        batches: list[list[Windowed]] = []
        chunk = 200  # sorted together: little padding, content still mixed
        for start in range(0, len(documents), chunk):
            batches += group_documents(documents[start:start + chunk], self.tokens)
        chance.shuffle(batches)
        return batches

    def next(self) -> list[Windowed]:
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


def group_documents(documents: Sequence[Windowed], tokens: int) -> list[list[Windowed]]:
    """Documents of like length, at most `tokens` padded pieces and MOST_PAIRS pairs of entities together."""
    batches: list[list[Windowed]] = []
    pairs = 0
    for document in sorted(documents, key=lambda one: one.length, reverse=True):
        full = not batches or batches[-1][0].length * (len(batches[-1]) + 1) > tokens
        if full or pairs + document.most_pairs > MOST_PAIRS:
            batches.append([])
            pairs = 0
        batches[-1].append(document)
        pairs += document.most_pairs
    return batches


def collate_relations(documents: list[PairDocument], chance: random.Random | None = None) -> dict[str, Tensor]:
    """Inputs of heads.relations and `holds`, `known` [pairs, 33]. Without `chance` every pair is there."""
    mentions, entities, types, pairs, holds, known = [], [], [], [], [], []
    for row, document in enumerate(documents):
        before, earlier = len(mentions), len(entities)
        mentions += [(row, mention.first_piece, mention.last_piece) for mention in document.mentions]
        seen = wear(document.entities, chance) if chance and chance.random() < WORN else document.entities
        entities += [[before + index for index in members] for members in seen]
        types += [guessed_type(document, members, chance) if seen is not document.entities else entity_type(document, members)
                  for members in seen]
        for pair in choose_pairs(document, chance):
            truth, sure = relation_row(document, pair)
            if chance is None or any(sure):
                pairs.append((earlier + pair[0], earlier + pair[1]))
                holds.append(truth)
                known.append(sure)
    return {**windows_only([document.window for document in documents]),
            **relation_tensors(mentions, entities, types, pairs, holds, known)}


def relation_tensors(mentions: list, entities: list[list[int]], types: list[int], pairs: list, holds: list, known: list) -> dict[str, Tensor]:
    grid = np.full((len(entities), max(map(len, entities))), -1, np.int64)
    for row, members in enumerate(entities):
        grid[row, :len(members)] = members
    return {'mentions': torch.tensor(mentions), 'entities': torch.from_numpy(grid), 'types': torch.tensor(types),
            'pairs': torch.tensor(pairs, dtype=torch.int64).view(-1, 2),
            'holds': torch.tensor(holds, dtype=torch.float32).view(-1, len(RELATIONS)),
            'known': torch.tensor(known, dtype=torch.float32).view(-1, len(RELATIONS))}


def choose_pairs(document: PairDocument, chance: random.Random | None) -> list[tuple[int, int]]:
    pairs = list(permutations(range(len(document.entities)), 2))
    if chance is None or len(pairs) <= MOST_PAIRS:
        return pairs
    related = [pair for pair in pairs if pair in document.relations]
    others = [pair for pair in pairs if pair not in document.relations]
    return related + chance.sample(others, max(0, MOST_PAIRS - len(related)))


def entity_type(document: PairDocument, members: list[int]) -> int:
    """The most frequent type of its mentions, the first one in a tie."""
    kinds = [document.mentions[index].type for index in members]
    return max(kinds, key=kinds.count)


def wear(entities: list[list[int]], chance: random.Random) -> list[list[int]]:
    """The mentions of each entity less what is lost by chance, one at least."""
    return [[index for index in members if chance.random() >= DROPPED] or [chance.choice(members)] for members in entities]


def guessed_type(document: PairDocument, members: list[int], chance: random.Random) -> int:
    """The type that run time would give it: the most frequent guess, the annotated one where there is none, seldom any."""
    if chance.random() < MISTYPED:
        return chance.randrange(len(TYPES))
    guesses = [document.mentions[index].guess for index in members if document.mentions[index].guess >= 0]
    return max(guesses, key=guesses.count) if guesses else entity_type(document, members)


def windows_only(windows: list[list[Encoded]]) -> dict[str, Tensor]:
    batch = collate(windows)
    return {name: batch[name] for name in ('pieces', 'shapes', 'mask')}


def collate_coreference(documents: list[PairDocument]) -> dict[str, Tensor]:
    """Inputs of heads.coreference and its targets.

    `mentions` [m, 3] (window, first piece, last piece), `kinds`, `types` [m], `pairs` [p, 2], `features` [p, 6],
    `same` [p] 1 = one entity, `row` [p] = the later mention, `listed` [p] 1 = only listed mentions are known.
    """
    mentions, kinds, types, pairs, features, same, listed = [], [], [], [], [], [], []
    for row, document in enumerate(documents):
        before = len(mentions)
        mentions += [(row, mention.first_piece, mention.last_piece) for mention in document.mentions]
        kinds += [mention.kind for mention in document.mentions]
        types += [mention.type for mention in document.mentions]
        if document.candidates is None:  # the same in every epoch
            document.candidates = candidate_pairs(document)
        for later, earlier, row_of_features in document.candidates:
            left, right = document.mentions[later], document.mentions[earlier]
            pairs.append((before + later, before + earlier))
            features.append(row_of_features)
            same.append(float(left.entity == right.entity))
            listed.append(document.source == 'gap')
    return {**windows_only([document.window for document in documents]), 'mentions': torch.tensor(mentions),
            'kinds': torch.tensor(kinds), 'types': torch.tensor(types),
            'pairs': torch.tensor(pairs, dtype=torch.int64).view(-1, 2),
            'features': torch.tensor(features, dtype=torch.int64).view(-1, len(FEATURES)),
            'same': torch.tensor(same), 'listed': torch.tensor(listed, dtype=torch.bool)}


def candidate_pairs(document: PairDocument) -> list[tuple[int, int, list[int]]]:
    """(later, earlier, features) in order of the later one; GAP: only pairs with the pronoun."""
    mentions = document.mentions
    pairs = []
    for later, one in enumerate(mentions):
        for earlier in range(later):
            other = mentions[earlier]
            if document.source == 'gap':
                wanted = (one.kind == PRONOUN) != (other.kind == PRONOUN)
            elif later - earlier <= FURTHEST:
                wanted = True
            else:
                wanted = one.kind == other.kind == NAME and match(other.words, one.words) >= SHARED_WORDS
            if wanted:
                pairs.append((later, earlier, pair_features(one, other, later - earlier - 1)))
    return pairs
