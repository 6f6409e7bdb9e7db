"""Scores the text graph on the dev files: `python evaluate.py --corpora DIR --checkpoint FILE [--window 254]`.

Trees: gold words and sentences, greedy heads (no spanning-tree repair), LAS with subtypes, punctuation counted.
Spans: exact first and last word; `typed` also wants a type that the source's label allows (corpora.VAGUE), so a vague
label is right with any type of its set. Where a file marks names only, only names of its own types are scored.
"""
import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Callable

import numpy as np
import torch

from batches import Encoded, collate, encode, group, pack
from corpora import NAMES, Corpora
from labels import KINDS, TYPE_INDEX
from precision import autocast
from text_graph import OUTPUTS, TextGraph
from wordpiece import WordPiece

Predict = Callable[[dict[str, np.ndarray]], dict[str, np.ndarray]]
"""Inputs of text_graph.INPUTS and `mask` → outputs of text_graph.OUTPUTS."""

DEV_FILES = ('ewt-dev', 'gum-dev', 'crossner-politics-dev', 're3d-dev')
OWN_TYPES = {'ewt': ('Person', 'Organization', 'Place')}
"""Types that a file marks, where it marks few; predictions of other types are left out."""
BAR = 0.5
"""A listed span counts as predicted from this chance on."""


def load_dev(corpora: Corpora, wordpiece: WordPiece, names: tuple[str, ...] = DEV_FILES) -> dict[str, list[list[Encoded]]]:
    return {name: [[encode(sentence, wordpiece) for sentence in document.sentences] for document in corpora.load(name)]
            for name in names}


def score_file(documents: list[list[Encoded]], source: str, predict: Predict, window: int = 254,
               tokens: int = 1024) -> dict[str, float]:
    """Percentages by name; trees only where the file has them."""
    tally: Counter[str] = Counter()
    windows = [part for document in documents for part in pack(document, window)]
    for batch in group(windows, tokens):
        tensors = collate(batch)
        outputs = predict({name: tensors[name].numpy() for name in ('pieces', 'shapes', 'mask', 'words')})
        sentences = [encoded for part in batch for encoded in part]
        tally.update(tree_tally(tensors, outputs))
        tally.update(span_tally(sentences, source, outputs))
    scores = {}
    if tally['words']:
        for name in ('upos', 'xpos', 'uas', 'las'):
            scores[name] = 100 * tally[name] / tally['words']
    for kinds, prefix in (('all', ''), ('name', 'name ')):
        marked = tally[f'{kinds} gold'] + tally[f'{kinds} predicted']
        for name in ('span', 'typed'):
            scores[prefix + name] = 200 * tally[f'{kinds} {name}'] / max(1, marked)
    return {name: round(value, 2) for name, value in scores.items()}


def tree_tally(tensors: dict[str, torch.Tensor], outputs: dict[str, np.ndarray]) -> Counter:
    upos, xpos, heads, labels = (tensors[name].numpy() for name in ('upos', 'xpos', 'heads', 'labels'))
    known = heads >= 0
    best = outputs['arcs'].argmax(-1)
    best_labels = np.take_along_axis(outputs['labels'], best[..., None], -1)[..., 0]
    right = (best == heads) & known
    return Counter({'words': int(known.sum()), 'upos': int(((outputs['upos'] == upos) & known).sum()),
                    'xpos': int(((outputs['xpos'] == xpos) & known).sum()), 'uas': int(right.sum()),
                    'las': int((right & (best_labels == labels)).sum())})


def span_tally(sentences: list[Encoded], source: str, outputs: dict[str, np.ndarray]) -> Counter:
    """Counts of gold, predicted and right spans, over all kinds and over names alone."""
    predicted: list[dict[tuple[int, int], tuple[str, int]]] = [{} for _ in sentences]
    own = {TYPE_INDEX[name] for name in OWN_TYPES.get(source, TYPE_INDEX)}
    for (row, first, last), kinds, types in zip(outputs['mentions'], outputs['mention_kinds'], outputs['mention_types']):
        if 1 - kinds[0] >= BAR and int(types.argmax()) in own:
            predicted[row][int(first), int(last)] = (KINDS[1 + int(kinds[1:].argmax())], int(types.argmax()))
    tally: Counter[str] = Counter()
    for encoded, found in zip(sentences, predicted):
        if encoded.sentence.mode is None:
            continue
        gold = {(first, last): (kind, bits) for first, last, kind, bits in encoded.sentence.mentions}
        if encoded.sentence.mode == NAMES:
            found = {cell: value for cell, value in found.items()
                     if value[0] == 'name' or gold.get(cell, ('', 0))[0] == 'unknown'}
        for kinds in ('all', 'name'):
            mine = {cell: type_ for cell, (kind, type_) in found.items() if kinds in ('all', kind)}
            theirs = {cell: bits for cell, (kind, bits) in gold.items() if kinds in ('all', kind)}
            both = mine.keys() & theirs.keys()
            tally.update({f'{kinds} gold': len(theirs), f'{kinds} predicted': len(mine), f'{kinds} span': len(both),
                          f'{kinds} typed': sum(theirs[cell] >> mine[cell] & 1 for cell in both)})
    return tally


def torch_predictor(graph: TextGraph) -> Predict:
    """Runs the graph in torch at the precision of training, dropout off."""
    def predict(inputs: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        with torch.inference_mode(), autocast():
            outputs = graph(**{name: torch.from_numpy(value) for name, value in inputs.items()})
        return {name: value.float().numpy() if value.dtype == torch.bfloat16 else value.numpy()
                for name, value in zip(OUTPUTS, outputs)}
    return predict


def score_all(dev: dict[str, list[list[Encoded]]], predict: Predict, window: int = 254,
              tokens: int = 1024) -> dict[str, dict[str, float]]:
    return {name: score_file(documents, name.removesuffix('-dev'), predict, window, tokens) for name, documents in dev.items()}


def print_table(scores: dict[str, dict[str, float]]) -> None:
    for name, row in scores.items():
        print(f'{name:24}' + '  '.join(f'{key} {value:.1f}' for key, value in row.items()), flush=True)


if __name__ == '__main__':
    from checkpoint import load_model
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--corpora', required=True)
    parser.add_argument('--vocabulary', required=True)
    parser.add_argument('--checkpoint', required=True)
    parser.add_argument('--window', type=int, default=254)
    parser.add_argument('--json', type=Path)
    options = parser.parse_args()
    model = load_model(options.checkpoint).eval()
    result = score_all(load_dev(Corpora(options.corpora), WordPiece(options.vocabulary)),
                       torch_predictor(TextGraph(model)), options.window)
    print_table(result)
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + '\n')
