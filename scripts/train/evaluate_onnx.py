"""Scores the exported graphs in onnxruntime on the dev files, as evaluate.py and pair_evaluate.py score the checkpoint.

python evaluate_onnx.py --corpora DIR --models data/models [--window 254] [--threads 2] [--json FILE]
Relations and coreference (gold mentions) are scored where the two pair graphs are there.
"""
import argparse
import json
import time
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor

from corpora import Corpora
from evaluate import Predict, load_dev, print_table, score_all
from heads.bridges import BRIDGE, MARKS
from pair_evaluate import load_pair_dev, score_pairs
from text_graph import INPUTS, OUTPUTS
from wordpiece import WordPiece

STATES = ('states', 'queries', 'keys')
"""Outputs that only the graphs of pairs need; not fetched here."""

ALONE = 1
"""Tokens of a batch: each window runs alone, as in Node, for the graphs know no padding."""


def open_session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(path), options, providers=['CPUExecutionProvider'])


class OnnxModel:
    """What pair_evaluate asks of a TextModel, answered by the graphs."""

    def __init__(self, models: Path, threads: int):
        self.sessions = {name: open_session(models / f'{name}.onnx', threads) for name in ('text', 'coreference', 'relations')}

    def eval(self) -> None:
        """The graphs know no other state."""

    def run(self, name: str, outputs: list[str], **inputs: Tensor) -> list[Tensor]:
        values = {key: value.float().numpy() if value.is_floating_point() else value.numpy().astype(np.int32)
                  for key, value in inputs.items()}
        return [torch.from_numpy(value) for value in self.sessions[name].run(outputs, values)]

    def pair_states(self, batch: dict[str, Tensor]) -> list[Tensor]:
        """STATES; TextModel has the attention in place of queries and keys."""
        words = torch.ones((1, 1), dtype=torch.int64)  # the heads of stage 1 need one word
        return self.run('text', list(STATES), pieces=batch['pieces'], shapes=batch['shapes'], words=words)

    def relation_logits(self, batch: dict[str, Tensor]) -> Tensor:
        states, queries, keys = self.pair_states(batch)
        pairs = len(batch['pairs'])  # gold mentions come without trees
        scores, = self.run('relations', ['scores'], states=states[0], queries=queries[0], keys=keys[0], mentions=batch['mentions'][:, 1:],
                           bridges=torch.full((pairs, BRIDGE), -1), marks=torch.zeros(pairs, len(MARKS), dtype=torch.int64),
                           **{name: batch[name] for name in ('entities', 'types', 'pairs')})
        return torch.cat([scores, torch.zeros(len(scores), 1)], 1)  # the threshold is subtracted already

    def coreference(self, first: Tensor, last: Tensor, kinds: Tensor, types: Tensor, pairs: Tensor,
                    features: Tensor) -> tuple[Tensor, Tensor]:
        links, fresh = self.run('coreference', ['links', 'fresh'], first=first, last=last, kinds=kinds, types=types,
                                pairs=pairs, features=features)
        return links, fresh


def onnx_predictor(path: Path, threads: int) -> Predict:
    session = open_session(path, threads)
    fetched = [name for name in OUTPUTS if name not in STATES]

    def predict(inputs: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        values = session.run(fetched, {name: inputs[name].astype(np.int32) for name in INPUTS})
        return dict(zip(fetched, values))
    return predict


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--corpora', required=True)
    parser.add_argument('--models', required=True, type=Path)
    parser.add_argument('--graph', default='text.onnx')
    parser.add_argument('--window', type=int, default=254)
    parser.add_argument('--threads', type=int, default=2)
    parser.add_argument('--json', type=Path)
    settings = parser.parse_args()
    corpora, wordpiece = Corpora(settings.corpora), WordPiece(settings.models / 'vocab.txt')
    dev = load_dev(corpora, wordpiece)
    pieces = sum(len(encoded.pieces) for documents in dev.values() for document in documents for encoded in document)
    started = time.time()
    result = score_all(dev, onnx_predictor(settings.models / settings.graph, settings.threads), settings.window, ALONE)
    if (settings.models / 'relations.onnx').exists():
        result |= score_pairs(OnnxModel(settings.models, settings.threads), load_pair_dev(corpora, wordpiece), ALONE)
    print_table(result)
    print(f'{pieces / (time.time() - started):.0f} pieces a second with scoring')
    if settings.json:
        settings.json.write_text(json.dumps(result, indent=2) + '\n')
