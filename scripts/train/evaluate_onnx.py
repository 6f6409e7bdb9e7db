"""Scores an exported text graph in onnxruntime on the dev files, as evaluate.py scores the checkpoint.

python evaluate_onnx.py --corpora DIR --models data/models [--window 254] [--threads 2] [--json FILE]
"""
import argparse
import json
import time
from pathlib import Path

import numpy as np
import onnxruntime

from corpora import Corpora
from evaluate import Predict, load_dev, print_table, score_all
from text_graph import INPUTS, OUTPUTS
from wordpiece import WordPiece

STATES = ('states', 'attention')
"""Outputs that only the pairs graph needs; not fetched here."""


def onnx_predictor(path: Path, threads: int) -> Predict:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, providers=['CPUExecutionProvider'])
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
    dev = load_dev(Corpora(settings.corpora), WordPiece(settings.models / 'vocab.txt'))
    pieces = sum(len(encoded.pieces) for documents in dev.values() for document in documents for encoded in document)
    started = time.time()
    result = score_all(dev, onnx_predictor(settings.models / settings.graph, settings.threads), settings.window)
    print_table(result)
    print(f'{pieces / (time.time() - started):.0f} pieces a second with scoring')
    if settings.json:
        settings.json.write_text(json.dumps(result, indent=2) + '\n')
