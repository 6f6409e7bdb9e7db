"""Fits the chance that a listed mention is right, and that a word's head is right, on the shipped graph.

python calibrate.py --corpora DIR --models data/models
Platt scaling (Platt 1999): chance = sigmoid(scale * logit(p) + offset), fitted on every other document of the dev files
and measured on the rest: expected calibration error (ECE, ten bins) before and after. Writes calibration.json.
- mention, by kind (name, nominal, pronoun): p = 1 - P(none); right = the same first and last word, whatever the type;
  fitted where all kinds are marked (GUM, re3d), names also on CrossNER politics.
- head: p = P(best head); right = the gold head, gold words.
"""
import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np

from batches import Encoded, collate, group, pack
from corpora import FULL, Corpora
from evaluate import load_dev
from evaluate_onnx import ALONE, onnx_predictor
from labels import KINDS
from wordpiece import WordPiece

Sample = tuple[float, bool]
WINDOW = 384
"""Pieces of a window, as in Node."""


def collect(documents: list[list[Encoded]], predict) -> dict[str, list[Sample]]:
    """Pairs of (p, right) by what is judged."""
    samples: dict[str, list[Sample]] = defaultdict(list)
    for batch in group([part for document in documents for part in pack(document, WINDOW)], ALONE):
        tensors = collate(batch)
        outputs = predict({name: tensors[name].numpy() for name in ('pieces', 'shapes', 'mask', 'words')})
        heads = tensors['heads'].numpy()
        known = heads >= 0
        best = outputs['arcs'].argmax(-1)
        samples['head'] += zip(np.exp(outputs['arcs'].max(-1))[known].tolist(), (best == heads)[known].tolist())
        sentences = [encoded.sentence for part in batch for encoded in part]
        for (row, first, last), kinds in zip(outputs['mentions'].tolist(), outputs['mention_kinds']):
            sentence = sentences[row]
            kind = KINDS[1 + int(kinds[1:].argmax())]
            if sentence.mode == FULL or sentence.mode and kind == 'name':
                right = any((first, last) == mention[:2] for mention in sentence.mentions)
                samples[f'mention {kind}'].append((float(1 - kinds[0]), right))
    return samples


def logit(chance: np.ndarray) -> np.ndarray:
    chance = chance.clip(1e-6, 1 - 1e-6)
    return np.log(chance / (1 - chance))


def fit(samples: list[Sample], steps: int = 30) -> tuple[float, float]:
    """Scale and offset by Newton's method, steps halved, on the log-likelihood."""
    inputs = np.stack([logit(np.array([p for p, _ in samples])), np.ones(len(samples))], 1)
    right = np.array([truth for _, truth in samples], float)
    weights = np.array([1.0, 0.0])

    def cost(at: np.ndarray) -> float:
        scores = inputs @ at
        return float((np.logaddexp(0, scores) - right * scores).sum())

    for _ in range(steps):
        chance = 1 / (1 + np.exp(-(inputs @ weights).clip(-30, 30)))
        slope = inputs.T @ (right - chance)
        curve = (inputs * (chance * (1 - chance))[:, None]).T @ inputs + 1e-3 * np.eye(2)
        move = np.linalg.solve(curve, slope)
        while cost(weights + move) > cost(weights) and np.abs(move).max() > 1e-6:
            move = move / 2  # a full Newton step may overshoot where most chances are near 1
        weights = weights + move
    return float(weights[0]), float(weights[1])


def calibration_error(chance: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    place = np.minimum((chance * bins).astype(int), bins - 1)
    return float(sum(abs(chance[place == one].mean() - right[place == one].mean()) * (place == one).mean()
                     for one in range(bins) if (place == one).any()))


def report(fitted: list[Sample], held: list[Sample]) -> dict[str, float]:
    scale, offset = fit(fitted)
    chance, right = np.array([p for p, _ in held]), np.array([truth for _, truth in held], float)
    after = 1 / (1 + np.exp(-(scale * logit(chance) + offset)))
    return {'scale': round(scale, 4), 'offset': round(offset, 4), 'fitted': len(fitted), 'held': len(held),
            'errorBefore': round(calibration_error(chance, right), 4), 'errorAfter': round(calibration_error(after, right), 4)}


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--corpora', required=True)
    parser.add_argument('--models', required=True, type=Path)
    options = parser.parse_args()
    dev = load_dev(Corpora(options.corpora), WordPiece(options.models / 'vocab.txt'),
                   ('ewt-dev', 'gum-dev', 're3d-dev', 'crossner-politics-dev'))
    for document in dev['ewt-dev']:
        for encoded in document:
            encoded.sentence.mode = None  # its name layer marks three types only
    predictor = onnx_predictor(options.models / 'text.onnx', 2)
    halves = [collect([document for documents in dev.values() for document in documents[start::2]], predictor)
              for start in (0, 1)]
    result = {name: report(halves[0][name], halves[1][name]) for name in sorted(halves[0])}
    print(json.dumps(result, indent=2))
    path = options.models / 'calibration.json'
    kept = json.loads(path.read_text()) if path.exists() else {}
    relations = {name: value for name, value in kept.items()
                 if name.startswith(('relation ', 'source '))}  # calibrate-relations.ts and calibrate-scores.ts fit these
    path.write_text(json.dumps({**result, **relations}, indent=2) + '\n')
