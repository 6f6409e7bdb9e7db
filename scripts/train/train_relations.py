"""Trains the relation head and its own layer alone: the layers under it are left as they are, so what they say is worked out once.

python train_relations.py --corpora DIR --base DIR --checkpoint FILE --news FILE... --out DIR [--steps N] [--threads N]
Four times as many steps an hour as train.py, and nothing else of the model moves. `--checkpoint` is a finished one, with which relations of
documents without any are labelled, too; the first file of `--news` is data/annotations/relations/news.jsonl, further ones are silver.
Writes OUT/final.pt, a checkpoint of the whole model, for average.py and export.py. The rate falls to zero over all steps.
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
from batches import collate, window_length
from corpora import Corpora
from evaluate import torch_predictor
from model import TextModel
from optimiser import CLIP, set_rate
from pair_batches import PairStream, collate_relations
from pair_documents import PairDocument
from pair_evaluate import load_pair_dev, score_pairs
from pair_losses import relation_loss
from self_labels import SELF_LABELLED
from stage_two import RELATION_FILES, load_pairs, relation_documents
from text_graph import TextGraph
from wordpiece import WordPiece

LAYER_RATE, HEAD_RATE, WARM_UP_STEPS = 1e-4, 3e-4, 40
TOKENS = 1536
"""Pieces of a batch, padding counted."""

Cache = dict[int, np.ndarray]
"""By id() of a document: states of the last layer but one, [pieces, 384] in float16."""


def read_lower(model: TextModel, documents: Sequence[PairDocument], tokens: int = 2048) -> Cache:
    cache: Cache = {}
    group: list[PairDocument] = []
    ordered = sorted({id(document): document for document in documents}.values(), key=lambda one: window_length(one.window))
    for place, document in enumerate(ordered):
        group.append(document)
        following = ordered[place + 1] if place + 1 < len(ordered) else None
        if following is not None and window_length(following.window) * (len(group) + 1) <= tokens:
            continue
        batch = collate([one.window for one in group])
        with torch.inference_mode():
            lower, _ = model.encoder.lower(batch['pieces'], batch['shapes'], batch['mask'])
        for row, one in enumerate(group):
            cache[id(one)] = lower[row, :int(batch['mask'][row].sum())].half().numpy()
        group = []
    return cache


def relation_logits(model: TextModel, documents: Sequence[PairDocument], batch: dict[str, Tensor], cache: Cache) -> Tensor:
    """As TextModel.relation_logits, from the cache."""
    lower = torch.zeros(*batch['mask'].shape, 384)
    for row, document in enumerate(documents):
        states = cache[id(document)]
        lower[row, :len(states)] = torch.from_numpy(states).float()
    bias = (1.0 - batch['mask'][:, None, None, :].float()) * -1e4
    return model.relations(lower, bias, *(batch[name] for name in ('mentions', 'entities', 'types', 'pairs')))


def make_optimiser(model: TextModel) -> torch.optim.AdamW:
    layer = list(model.relations.layer.parameters())
    own = [value for name, value in model.relations.named_parameters() if not name.startswith('layer.')]
    return torch.optim.AdamW([{'params': layer, 'lr': LAYER_RATE, 'peak': LAYER_RATE},
                              {'params': own, 'lr': HEAD_RATE, 'peak': HEAD_RATE}], betas=(0.9, 0.98), weight_decay=0.01, fused=True)


def train(model: TextModel, documents: list[PairDocument], steps: int, seed: int) -> None:
    cache = read_lower(model.eval(), documents)
    stream, optimiser = PairStream('relations', documents, TOKENS, seed), make_optimiser(model)
    model.relations.train()
    losses: list[float] = []
    for step in range(steps):
        set_rate(optimiser, min(1.0, (step + 1) / WARM_UP_STEPS) * (1 - step / steps))
        group = stream.next()
        batch = collate_relations(group, random.Random(f'{seed}/{step}'))
        loss = relation_loss(relation_logits(model, group, batch, cache), batch['holds'], batch['known'])
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.relations.parameters(), CLIP)
        optimiser.step()
        losses.append(loss.item())
        if len(losses) == 100 or step + 1 == steps:
            print(json.dumps({'time': time.strftime('%H:%M:%S'), 'step': step + 1, 'loss': round(sum(losses) / len(losses), 4)}), flush=True)
            losses.clear()


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--corpora', required=True)
    parser.add_argument('--base', required=True, type=Path, help='holds vocab.txt')
    parser.add_argument('--checkpoint', required=True)
    parser.add_argument('--news', nargs='+', required=True)
    parser.add_argument('--out', required=True, type=Path)
    parser.add_argument('--steps', type=int, default=2400)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--threads', type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    corpora, wordpiece = Corpora(options.corpora), WordPiece(options.base / 'vocab.txt')
    model = checkpoint.load_model(options.checkpoint).eval()
    predict = torch_predictor(TextGraph(model))
    files = {name: load_pairs(name, corpora, wordpiece, predict) for name in {**RELATION_FILES, **dict.fromkeys(SELF_LABELLED)}}
    train(model, relation_documents(files, corpora, wordpiece, options.news, [options.checkpoint]), options.steps, options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    checkpoint.save(options.out / 'final.pt', model=model.state_dict(), step=options.steps, tokens=0)
    print(json.dumps(score_pairs(model, load_pair_dev(corpora, wordpiece, options.news))))
