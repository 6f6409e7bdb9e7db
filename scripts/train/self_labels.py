"""Relations that earlier checkpoints give to documents without relations of their own (self-training; Xie et al. 2020).

DocRED's blind documents have gold names and entities but no relations, docie's have some but no negatives: the teachers' mean
margin over the adaptive threshold makes a positive, a negative, or, near the threshold, leaves the type open.
"""
from collections.abc import Sequence

import torch

from heads.relations import THRESHOLD
from labels import RELATIONS
from model import TextModel
from pair_batches import collate_relations, group_documents
from pair_documents import PairDocument
from precision import autocast

SELF_LABELLED = ('docred-blind-train', 'docie-train')
SURE, ABSENT = 0.5, -1.5
"""Margins (logits) from which a type holds, and under which it does not."""
TOKENS = 1024


def margins(model: TextModel, documents: Sequence[PairDocument]) -> torch.Tensor:
    """Type logits less the threshold [pairs, 33] of one batch, pairs as collate_relations gives them without chance."""
    batch = collate_relations(documents)
    with torch.inference_mode(), autocast():
        logits = model.relation_logits(batch)
    return logits[:, :THRESHOLD] - logits[:, THRESHOLD:]


def label_documents(documents: Sequence[PairDocument], teachers: Sequence[TextModel], known: int) -> None:
    """Adds relations and open types to `documents` in place; `known`: bit set of the types that the labels can hold."""
    for document in documents:
        document.known = known
    related = [document for document in documents if len(document.entities) > 1]
    for group in group_documents(related, TOKENS):
        mean = sum(margins(teacher.eval(), group) for teacher in teachers) / len(teachers)
        row = 0
        for document in group:
            count = len(document.entities)
            pairs = [(one, other) for one in range(count) for other in range(count) if one != other]
            for pair, values in zip(pairs, mean[row:row + len(pairs)].tolist()):
                label_pair(document, pair, values)
            row += len(pairs)


def label_pair(document: PairDocument, pair: tuple[int, int], values: list[float]) -> None:
    """values: the margin of each type. What the corpus itself says stays."""
    stated = document.relations.get(pair, 0)
    sure = sum(1 << index for index in range(len(RELATIONS)) if values[index] >= SURE) & document.known
    doubtful = sum(1 << index for index in range(len(RELATIONS)) if ABSENT < values[index] < SURE) & document.known
    if stated | sure:
        document.relations[pair] = stated | sure
    if doubtful & ~stated:
        document.unknown[pair] = document.unknown.get(pair, 0) | doubtful & ~stated
