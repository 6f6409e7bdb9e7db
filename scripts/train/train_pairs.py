"""Trains the heads of pairs (relations, coreference) and their layer: the layers under it are left as they are, so what they say is worked out once.

python train_pairs.py --corpora DIR --base DIR --checkpoint FILE --news FILE... --asked DIR... --out DIR [--steps N] [--threads N]
Four times as many steps an hour as train.py, and nothing else of the model moves. `--checkpoint` is a finished one, with which relations of
documents without any are labelled, too; the first file of `--news` is data/annotations/relations/news.jsonl, further ones are silver; files of
`--asked` are made by run-time-pairs.ts. Writes OUT/final.pt, a checkpoint of the whole model, for average.py and export.py.
The rate falls to zero over all steps.
"""
import argparse
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

import checkpoint
from corpora import Corpora
from encoder import WIDTH, attention_bias
from evaluate import torch_predictor
from model import TextModel
from optimiser import CLIP, set_rate
from pair_batches import PairStream, Windowed, collate_coreference, collate_relations, windows_only
from pair_documents import PairDocument
from pair_evaluate import load_pair_dev, score_pairs
from pair_losses import coreference_loss, relation_loss
from run_time_pairs import AskedWindow, collate_asked, load_asked, padded
from self_labels import SELF_LABELLED
from stage_two import COREFERENCE_FILES, RELATION_FILES, coreference_documents, link_scores, load_pairs, relation_documents
from text_graph import TextGraph
from wordpiece import WordPiece

LAYER_RATE, HEAD_RATE, BRIDGE_RATE, WARM_UP_STEPS = 1e-4, 3e-4, 1e-3, 40
TOKENS = 1536
"""Pieces of a batch, padding counted."""
MIX = ('asked', 'relations', 'asked', 'coreference', 'asked', 'coreference')
"""The order of the streams, over and over."""

Cache = dict[tuple, np.ndarray]
"""States of the last layer but one of a window, [pieces, 384] in float16."""


def key_of(window: PairDocument | AskedWindow) -> tuple:
    if isinstance(window, AskedWindow):
        return window.file, window.id, window.length, tuple(window.pieces[:8])
    return window.source, window.id, window.length, tuple(window.window[0].pieces[:8])


def read_lower(model: TextModel, documents: Sequence[Windowed], cache: Cache, tokens: int = 2048) -> None:
    """Adds what is not there."""
    group: list[Windowed] = []
    distinct = {key_of(document): document for document in documents if key_of(document) not in cache}
    ordered = sorted(distinct.values(), key=lambda one: one.length)
    for place, document in enumerate(ordered):
        group.append(document)
        following = ordered[place + 1] if place + 1 < len(ordered) else None
        if following is not None and following.length * (len(group) + 1) <= tokens:
            continue
        batch = pieces_of(group)
        with torch.inference_mode():
            lower, _ = model.encoder.lower(batch['pieces'], batch['shapes'], batch['mask'])
        for row, one in enumerate(group):
            cache[key_of(one)] = lower[row, :int(batch['mask'][row].sum())].half().numpy()
        group = []


def pieces_of(group: Sequence[Windowed]) -> dict[str, Tensor]:
    """`pieces`, `shapes`, `mask` [windows, pieces]; all of one class."""
    return padded(group) if isinstance(group[0], AskedWindow) else windows_only([one.window for one in group])


def lower_states(documents: Sequence[Windowed], batch: dict[str, Tensor], cache: Cache) -> Tensor:
    lower = torch.zeros(*batch['mask'].shape, WIDTH)
    for row, document in enumerate(documents):
        states = cache[key_of(document)]
        lower[row, :len(states)] = torch.from_numpy(states).float()
    return lower


def losses_of(model: TextModel, stream: str, documents: list, cache: Cache, seed: str) -> Tensor:
    chance = random.Random(seed)
    if stream == 'coreference':
        batch = collate_coreference(documents)
    else:
        batch = (collate_asked if stream == 'asked' else collate_relations)(documents, chance)
    states, attention = model.pair_layer(lower_states(documents, batch, cache), attention_bias(batch['mask'], torch.float32))
    if stream == 'coreference':
        return coreference_loss(*link_scores(model, states, batch), batch)
    return relation_loss(model.relate(states, attention, batch), batch['holds'], batch['known'])


def make_optimiser(model: TextModel) -> torch.optim.AdamW:
    bridges = list(model.relations.bridges.parameters())
    own = {id(parameter) for parameter in bridges}
    heads = [one for one in [*model.relations.parameters(), *model.coreference.parameters()] if id(one) not in own]
    return torch.optim.AdamW([{'params': list(model.pair_layer.parameters()), 'lr': LAYER_RATE, 'peak': LAYER_RATE},
                              {'params': heads, 'lr': HEAD_RATE, 'peak': HEAD_RATE},
                              {'params': bridges, 'lr': BRIDGE_RATE, 'peak': BRIDGE_RATE}], betas=(0.9, 0.98), weight_decay=0.01, fused=True)


def train(model: TextModel, streams: dict[str, PairStream], cache: Cache, steps: int, seed: int) -> None:
    optimiser = make_optimiser(model)
    moving = [model.pair_layer, model.relations, model.coreference]
    parameters = [parameter for part in moving for parameter in part.parameters()]
    losses: dict[str, list[float]] = {name: [] for name in streams}
    for part in moving:
        part.train()
    for step in range(steps):
        set_rate(optimiser, min(1.0, (step + 1) / WARM_UP_STEPS) * (1 - step / steps))
        name = MIX[step % len(MIX)]
        loss = losses_of(model, name, streams[name].next(), cache, f'{seed}/{step}')
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, CLIP)
        optimiser.step()
        losses[name].append(loss.item())
        if (step + 1) % 120 == 0 or step + 1 == steps:
            means = {key: round(sum(values) / max(1, len(values)), 4) for key, values in losses.items()}
            print(json.dumps({'time': time.strftime('%H:%M:%S'), 'step': step + 1, **means}), flush=True)
            losses = {key: [] for key in streams}


def make_streams(relations: list[PairDocument], chains: list[PairDocument], asked: Sequence[Path], seed: int) -> dict[str, PairStream]:
    documents = {'relations': relations, 'asked': load_asked(asked), 'coreference': chains}
    return {name: PairStream(name, own, TOKENS, seed) for name, own in documents.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--corpora', required=True)
    parser.add_argument('--base', required=True, type=Path, help='holds vocab.txt')
    parser.add_argument('--checkpoint', required=True)
    parser.add_argument('--news', nargs='+', required=True)
    parser.add_argument('--asked', nargs='+', required=True, type=Path)
    parser.add_argument('--out', required=True, type=Path)
    parser.add_argument('--steps', type=int, default=4200)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--threads', type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    corpora, wordpiece = Corpora(options.corpora), WordPiece(options.base / 'vocab.txt')
    model = checkpoint.load_model(options.checkpoint).eval()
    predict = torch_predictor(TextGraph(model))
    names = {**RELATION_FILES, **COREFERENCE_FILES, **dict.fromkeys(SELF_LABELLED)}
    files = {name: load_pairs(name, corpora, wordpiece, predict) for name in names}
    relations = relation_documents(files, corpora, wordpiece, options.news, [options.checkpoint])
    chains = coreference_documents(files, corpora, wordpiece, options.news)
    streams = make_streams(relations, chains, options.asked, options.seed)
    cache: Cache = {}
    for name in ('relations', 'coreference', 'asked'):
        read_lower(model, streams[name].documents, cache)
    train(model, streams, cache, options.steps, options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    checkpoint.save(options.out / 'final.pt', model=model.state_dict(), step=options.steps, tokens=0)
    print(json.dumps(score_pairs(model, load_pair_dev(corpora, wordpiece, options.news))))


if __name__ == '__main__':
    main()
