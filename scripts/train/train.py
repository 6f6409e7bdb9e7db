"""Trains the text model on one machine without accelerator; resumes exactly from its checkpoint.

Stage 1: tags, tree, spans. Stage 2: relations and coreference too, from a checkpoint of stage 1.
python train.py --corpora DIR --base DIR --out DIR [--stage 1|2] [--resume FILE] [--finish-at HH:MM] [--steps N]
`--base` holds model.safetensors and vocab.txt of all-MiniLM-L6-v2. Without --finish-at the rate stays constant, and
the last checkpoint can be resumed or finished later.
"""
import argparse
import datetime
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor

import checkpoint
import stage_two
from batches import Stream, collate, load_documents
from corpora import Corpora
from encoder import load_minilm
from evaluate import load_dev, score_all, torch_predictor
from losses import arc_loss, span_loss, tag_loss
from model import TextModel
from optimiser import CLIP, make_optimiser, rate_factor, set_rate
from pair_batches import collate_relations
from pair_evaluate import load_pair_dev, score_pairs
from precision import autocast
from run_time_pairs import collate_asked
from text_graph import TextGraph
from wordpiece import WordPiece

GROUPS = {
    'trees': {'ewt-train': 1, 'gum-train': 1},
    'names': {'redocred-train': 1, 'docie-train': 1, 'docred-blind-train': 1, 'wikigold-train': 1,
              'crossner-politics-train': 3, 're3d-train': 3, 'wnut17-train': 1, 'btc-train': 1, 'litbank-train': 1},
    'silver': {'gmb-silver-train': 1},
}
"""Files of each stream, and how often each is gone through in one epoch (small files of our kind of text: 3 times)."""
MIX = {'trees': 0.55, 'names': 0.45}
SILVER = 0.10
"""Share of batches by stream (feasibility study, §7); silver takes its share from the names in the first half."""



def stage_one_losses(model: TextModel, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The losses of one batch by name; their sum is what is minimised."""
    states = model.encoder(batch['pieces'], batch['shapes'], batch['mask'])
    words, present = model.words(states, batch['words'])
    words = model.dropout(words)
    losses: dict[str, Tensor] = {}
    rows = (batch['heads'] >= 0).any(1)
    if bool(rows.any()):
        gold = {name: batch[name][rows] for name in ('upos', 'xpos', 'heads', 'labels')}
        treed, candidates = words[rows], model.tree.with_root(words[rows])
        upos, xpos = model.tags(treed)
        losses['upos'], losses['xpos'] = tag_loss(upos, gold['upos']), 0.5 * tag_loss(xpos, gold['xpos'])
        losses['arcs'] = arc_loss(model.tree.arcs(treed, candidates, present[rows]), gold['heads'])
        sentence, word = (gold['heads'] > 0).nonzero(as_tuple=True)
        labels = model.tree.labels(treed[sentence, word], candidates[sentence, gold['heads'][sentence, word]])
        losses['labels'] = torch.nn.functional.cross_entropy(labels.float(), gold['labels'][sentence, word] - 1)
    if bool(batch['span_present'].any()):
        losses['spans'] = span_loss(model.spans(words), batch)
    return losses


def choose_stream(seed: int, step: int, mix: dict[str, float], silver: bool) -> str:
    chance = random.Random(f'{seed}/step/{step}').random()
    if silver and chance < SILVER:
        return 'silver'
    total = 0.0
    for name in reversed(mix):  # the first of the mix holds the top of the range, silver takes from the bottom
        total += mix[name]
        if chance < total:
            return name
    return next(iter(mix))


class Trainer:
    """Holds what a checkpoint holds: model, optimiser, streams, step, tokens, seconds."""

    def __init__(self, options: argparse.Namespace, corpora: Corpora, wordpiece: WordPiece):
        torch.manual_seed(options.seed)
        self.options = options
        self.model = TextModel()
        load_minilm(self.model.encoder, str(Path(options.base) / 'model.safetensors'))
        self.optimiser = make_optimiser(self.model)
        self.mix = MIX if options.stage == 1 else stage_two.ASKED_MIX if options.asked else stage_two.MIX
        self.streams = {name: Stream(name, self._documents(files, corpora, wordpiece), options.batch_tokens, options.seed)
                        for name, files in options.groups.items()}
        self.step, self.tokens, self.seconds = 0, 0, 0.0
        if options.resume:
            self.resume(options.resume)
        if options.stage == 2:  # needs the weights of stage 1, which add mentions to its corpora
            predict = torch_predictor(TextGraph(self.model.eval()))
            self.streams |= stage_two.make_streams(corpora, wordpiece, predict, options.pair_tokens, options.seed,
                                                   options.news, options.teachers, options.asked)
            if options.resume:
                self.resume(options.resume)

    @staticmethod
    def _documents(files: dict[str, int], corpora: Corpora, wordpiece: WordPiece) -> list:
        return [document for name, times in files.items()
                for document in load_documents(corpora.load(name), wordpiece) * times]

    def save(self, name: str) -> None:
        checkpoint.save(Path(self.options.out) / name, model=self.model.state_dict(),
                        optimiser=self.optimiser.state_dict(), step=self.step, tokens=self.tokens, seconds=self.seconds,
                        streams={key: stream.state() for key, stream in self.streams.items()}, seed=self.options.seed)

    def resume(self, path: str) -> None:
        saved = checkpoint.load(path)
        checkpoint.load_weights(self.model, saved)
        checkpoint.load_optimiser(self.optimiser, saved)
        self.step, self.tokens, self.seconds = saved['step'], saved['tokens'], saved['seconds']
        for name in saved['streams'].keys() & self.streams.keys():
            self.streams[name].resume(saved['streams'][name])
        checkpoint.restore_random(saved)

    def train_step(self, factor: float) -> dict[str, float]:
        started = time.time()
        self.model.train()
        hold_lower(self.model, self.options.held)
        set_rate(self.optimiser, factor * self.options.rate)
        stream = choose_stream(self.options.seed, self.step, self.mix, self.step < self.options.silver_until)
        with autocast():
            losses, pieces = self.losses(stream, self.streams[stream].next())
        total = sum(losses.values())
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), CLIP)
        self.optimiser.step()
        self.step += 1
        self.tokens += pieces
        self.seconds += time.time() - started
        return {f'{stream}.{name}': float(value.detach()) for name, value in losses.items()}

    def losses(self, stream: str, documents: list) -> tuple[dict[str, Tensor], int]:
        """Losses by name, and pieces read."""
        if stream in ('relations', 'asked'):
            collate_pairs = collate_asked if stream == 'asked' else collate_relations
            return stage_two.relation_losses(self.model, documents, f'{self.options.seed}/{self.step}', collate_pairs)
        if stream == 'coreference':
            return stage_two.coreference_losses(self.model, documents)
        batch = collate(documents)
        return stage_one_losses(self.model, batch), int(batch['mask'].sum())


def hold_lower(model: TextModel, layers: int) -> None:
    """The lowest layers stay as they are, the vectors of pieces too; none where `layers` is 0."""
    if layers == 0:
        return
    encoder = model.encoder
    for part in (encoder.pieces, encoder.positions, encoder.shapes, encoder.norm, encoder.dropout, *encoder.layers[:layers]):
        part.requires_grad_(False).eval()


def clock(text: str | None) -> float | None:
    """`HH:MM` today (tomorrow if that is past) → seconds since 1970."""
    if text is None:
        return None
    now = datetime.datetime.now()
    hour, minute = map(int, text.split(':'))
    moment = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return (moment if moment > now else moment + datetime.timedelta(days=1)).timestamp()


def report(trainer: Trainer, means: dict[str, list[float]], dev: dict | None, factor: float) -> None:
    """One line of JSON in log.jsonl and on the screen."""
    line: dict[str, object] = {
        'time': datetime.datetime.now().strftime('%H:%M:%S'), 'step': trainer.step, 'tokens': trainer.tokens,
        'seconds': round(trainer.seconds), 'rate': round(factor, 4),
        'losses': {name: round(sum(values) / len(values), 4) for name, values in sorted(means.items())}}
    if dev is not None:
        trainer.model.eval()
        line['dev'] = score_all(dev['text'], torch_predictor(TextGraph(trainer.model)))
        if 'pairs' in dev:
            line['dev'] |= score_pairs(trainer.model, dev['pairs'])
    text = json.dumps(line)
    print(text, flush=True)
    with open(Path(trainer.options.out) / 'log.jsonl', 'a') as log:
        log.write(text + '\n')
    means.clear()


def run(trainer: Trainer, dev: dict) -> None:
    options = trainer.options
    finish_at = clock(options.finish_at)
    saved_at = reported_at = scored_at = time.time()
    decaying = False
    means: dict[str, list[float]] = {}
    factor = 1.0
    while trainer.step < options.steps and (finish_at is None or time.time() < finish_at):
        factor = rate_factor(trainer.step, finish_at, options.decay_minutes * 60)
        if finish_at and not decaying and finish_at - time.time() < options.decay_minutes * 60:
            decaying = True
            trainer.save(f'constant-{trainer.step}.pt')  # the next sitting resumes here
        for name, value in trainer.train_step(factor).items():
            means.setdefault(name, []).append(value)
        now = time.time()
        if now - saved_at > options.save_minutes * 60:
            trainer.save('decaying.pt' if decaying else 'latest.pt')
            scoring = now - scored_at > options.score_minutes * 60
            report(trainer, means, dev if scoring else None, factor)
            saved_at = reported_at = time.time()
            scored_at = saved_at if scoring else scored_at
        elif now - reported_at > 60:
            report(trainer, means, None, factor)
            reported_at = now
    trainer.save('final.pt')
    report(trainer, means, dev, factor)


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--corpora', required=True)
    parser.add_argument('--base', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--stage', type=int, choices=(1, 2), default=1)
    parser.add_argument('--resume')
    parser.add_argument('--finish-at', help='HH:MM; the rate falls to zero until then')
    parser.add_argument('--decay-minutes', type=float, default=25)
    parser.add_argument('--save-minutes', type=float, default=10)
    parser.add_argument('--score-minutes', type=float, default=10, help='dev scores take minutes on a slow machine')
    parser.add_argument('--steps', type=int, default=10 ** 9)
    parser.add_argument('--silver-until', type=int, default=2500, help='step from which no silver data is used')
    parser.add_argument('--batch-tokens', type=int, default=1536)
    parser.add_argument('--news', nargs='*', default=(), help='stage 2: data/annotations/relations/news.jsonl, then silver files')
    parser.add_argument('--teachers', nargs='*', default=(), help='stage 2: checkpoints that label docred-blind and docie')
    parser.add_argument('--asked', nargs='*', default=(), type=Path, help='stage 2: files of run-time-pairs.ts')
    parser.add_argument('--rate', type=float, default=1.0, help='share of all rates; a sitting from finished weights takes less than 1')
    parser.add_argument('--held', type=int, default=0, help='so many of the lowest layers stay as they are: half the time at 3')
    parser.add_argument('--pair-tokens', type=int, default=1536)
    parser.add_argument('--threads', type=int, default=2)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args(arguments)
    options.groups = GROUPS
    return options


if __name__ == '__main__':
    settings = parse_options()
    torch.set_num_threads(settings.threads)
    Path(settings.out).mkdir(parents=True, exist_ok=True)
    folder, tokenizer = Corpora(settings.corpora), WordPiece(Path(settings.base) / 'vocab.txt')
    trainer = Trainer(settings, folder, tokenizer)
    print(json.dumps({'refused': folder.refused, 'batches': {key: len(s.batches) for key, s in trainer.streams.items()}}))
    dev_sets: dict = {'text': load_dev(folder, tokenizer)}
    if settings.stage == 2:
        dev_sets['pairs'] = load_pair_dev(folder, tokenizer, settings.news)
    run(trainer, dev_sets)
