"""Scores relations and coreference on the dev files with gold mentions, inside one window of 500 pieces a document.

python pair_evaluate.py --corpora DIR --vocabulary FILE --checkpoint FILE [--news FILE] [--json FILE]
Relations: exact entity pairs and our types; where a file annotates some properties only, only those count. Coreference:
GUM as CoNLL mean, GAP as F1 over its (pronoun, name) pairs.
"""
import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import torch

from coreference_scores import CoreferenceScores
from corpora import Corpora
from heads.relations import THRESHOLD
from model import TextModel
from news_annotations import load_news
from pair_batches import collate_coreference, collate_relations, group_documents
from pair_documents import PairDocument
from precision import autocast
from stage_two import link_scores, load_pairs
from wordpiece import WordPiece

RELATION_DEV, COREFERENCE_DEV = ('redocred-dev', 'knowledgenet-dev', 're3d-dev'), ('gum-dev', 'gap-dev')
NEWS = 'news-dev'
"""The dev third of our own news relations; its articles are cut into windows, and relations over a seam are left out."""
TOKENS = 1024


def relation_scores(model: TextModel, documents: list[PairDocument], tokens: int = TOKENS) -> dict[str, float]:
    """Precision, recall, F1 in percent over all types."""
    tally: Counter[str] = Counter()
    documents = [document for document in documents if len(document.entities) > 1]
    for group in group_documents(documents, tokens):
        batch = collate_relations(group)
        with torch.inference_mode(), autocast():
            logits = model.relation_logits(batch)
        found = (logits[:, :THRESHOLD] > logits[:, THRESHOLD:]).float() * batch['known']
        tally.update({'right': int((found * batch['holds']).sum()), 'found': int(found.sum()),
                      'gold': int(batch['holds'].sum())})
    precision, recall = tally['right'] / max(1, tally['found']), tally['right'] / max(1, tally['gold'])
    return {'precision': round(100 * precision, 2), 'recall': round(100 * recall, 2),
            'f1': round(200 * precision * recall / max(1e-9, precision + recall), 2)}


def best_links(link: torch.Tensor, fresh: torch.Tensor, pairs: torch.Tensor) -> dict[int, int]:
    """Later mention → the earlier one it goes back to."""
    best: dict[int, tuple[float, int]] = {}
    for (later, earlier), score in zip(pairs.tolist(), link.tolist()):
        if score > fresh[later] and score > best.get(later, (float('-inf'), -1))[0]:
            best[later] = (score, earlier)
    return {later: earlier for later, (_, earlier) in best.items()}


def clusters(members: list[int], links: dict[int, int]) -> list[frozenset[int]]:
    root: dict[int, int] = {}
    for mention in members:  # in reading order, so the earlier one has its root
        root[mention] = root[links[mention]] if mention in links else mention
    return [frozenset(m for m in members if root[m] == one) for one in sorted(set(root.values()))]


def coreference_scores(model: TextModel, documents: list[PairDocument], tokens: int = TOKENS) -> dict[str, float]:
    scores = CoreferenceScores()
    listed: Counter[str] = Counter()
    documents = [document for document in documents if len(document.mentions) > 1]
    for group in group_documents(documents, tokens):
        batch = collate_coreference(group)
        with torch.inference_mode(), autocast():
            states, *_ = model.pair_states(batch)
            link, fresh = link_scores(model, states, batch)
        before = 0
        links = best_links(link, fresh, batch['pairs'])
        for document in group:
            members = list(range(before, before + len(document.mentions)))
            if document.source != 'gap':
                gold = [frozenset(before + index for index in entity) for entity in document.entities]
                scores.add(gold, clusters(members, links))
            before += len(document.mentions)
        if group[0].source == 'gap':
            for (later, earlier), same in zip(batch['pairs'].tolist(), batch['same'].tolist()):
                linked = links.get(later) == earlier
                listed.update({'right': int(linked and same == 1), 'found': int(linked), 'gold': int(same)})
    if listed:
        return {'f1': round(200 * listed['right'] / max(1, listed['found'] + listed['gold']), 2)}
    return scores.scores()


def score_pairs(model: TextModel, dev: dict[str, list[PairDocument]], tokens: int = TOKENS) -> dict[str, dict[str, float]]:
    model.eval()
    return {f'{name} {kind}': score(model, dev[name], tokens)
            for kind, names, score in (('relations', (*RELATION_DEV, NEWS), relation_scores),
                                       ('coreference', COREFERENCE_DEV, coreference_scores)) for name in names if name in dev}


def load_pair_dev(corpora: Corpora, wordpiece: WordPiece, news: Sequence[str] = ()) -> dict[str, list[PairDocument]]:
    dev = {name: load_pairs(name, corpora, wordpiece, None) for name in (*RELATION_DEV, *COREFERENCE_DEV)}
    return dev | {NEWS: load_news(path, 'dev', corpora, wordpiece) for path in news[:1]}


if __name__ == '__main__':
    from checkpoint import load_model
    from evaluate import print_table
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--corpora', required=True)
    parser.add_argument('--vocabulary', required=True)
    parser.add_argument('--checkpoint', required=True)
    parser.add_argument('--news', nargs='*', default=(), help='data/annotations/relations/news.jsonl')
    parser.add_argument('--json', type=Path)
    options = parser.parse_args()
    result = score_pairs(load_model(options.checkpoint), load_pair_dev(
        Corpora(options.corpora), WordPiece(options.vocabulary), options.news))
    print_table(result)
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + '\n')
