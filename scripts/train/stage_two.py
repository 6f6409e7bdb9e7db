"""Stage 2: relations and coreference, trained together with the heads of stage 1 on one encoder."""
import random
from collections.abc import Callable, Sequence
from pathlib import Path

from torch import Tensor

from checkpoint import load_model
from corpora import Corpora
from encyclopaedia import add_read, load_read
from evaluate import Predict
from model import TextModel
from news_annotations import load_news
from pair_batches import PairStream, collate_coreference, collate_relations
from pair_documents import PairDocument, known_types, place_mentions, read_pairs, windows_of
from pair_losses import coreference_loss, relation_loss
from predicted_mentions import note_guesses, predict_mentions, without_overlap
from run_time_pairs import load_asked
from self_labels import SELF_LABELLED, label_documents
from wordpiece import WordPiece

RELATION_FILES = {'redocred-train': 3, 'knowledgenet-train': 1, 'docie-train': 1, 're3d-train': 2}
COREFERENCE_FILES = {'gum-train': 2, 'gap-train': 2, 'redocred-train': 1, 'docie-train': 1, 'docred-blind-train': 1,
                     'litbank-train': 1}
"""Files and how often each is gone through in an epoch."""
WHOLE = ('gum-train', 'litbank-train')
"""Long documents without relations: every window is read, of the others the first (a relation's reason may stand in another)."""
NEWS_TIMES = 2
"""The same for the news of our own (the first file of `--news`); silver files are gone through once."""
MIX = {'trees': 0.10, 'names': 0.15, 'relations': 0.40, 'coreference': 0.35}
"""Share of batches by stream (feasibility study, §7)."""
ASKED_MIX = {'trees': 0.10, 'names': 0.12, 'asked': 0.42, 'relations': 0.06, 'coreference': 0.30}
"""The same where there is what run time asks."""
WITH_CHAINS = 3
"""The round of reading our news from which on all pronouns and nominals of named things were looked at."""


def load_pairs(name: str, corpora: Corpora, wordpiece: WordPiece, predict: Predict | None) -> list[PairDocument]:
    """`predict` adds mentions to KnowledgeNet and guesses the types of all; None leaves what is annotated alone."""
    read = [(document, window) for document in corpora.load(name, keep_raw=True) if document.sentences
            for window in windows_of(document, wordpiece)[:None if name in WHOLE else 1]]
    if predict is None or name in WHOLE:
        return [read_pairs(document, corpora, window) for document, window in read]
    result = []
    for (document, window), found in zip(read, predict_mentions([window for _, window in read], predict)):
        extra = without_overlap(found, document.raw['mentions']) if name.startswith('knowledgenet') else []
        result.append(read_pairs(document, corpora, window, extra))
        note_guesses(result[-1], place_mentions(found, window, corpora, document.source))
    return result


def make_streams(corpora: Corpora, wordpiece: WordPiece, predict: Predict, tokens: int, seed: int,
                 news: Sequence[str] = (), teachers: Sequence[str] = (), asked: Sequence[Path] = ()) -> dict[str, PairStream]:
    """`news`: the file of data/annotations/relations (only its train split is used), then silver ones if any; `teachers`:
    checkpoints that label what has no relations of its own; `asked`: files of run-time-pairs.ts."""
    files = {name: load_pairs(name, corpora, wordpiece, predict)
             for name in {**RELATION_FILES, **COREFERENCE_FILES, **dict.fromkeys(SELF_LABELLED)}}
    relations = relation_documents(files, corpora, wordpiece, news, teachers)
    documents = {'relations': relations, 'coreference': coreference_documents(files, corpora, wordpiece, news)}
    if asked:
        documents['asked'] = load_asked(asked)
    return {name: PairStream(name, own, tokens, seed) for name, own in documents.items()}


def coreference_documents(files: dict[str, list[PairDocument]], corpora: Corpora, wordpiece: WordPiece,
                          news: Sequence[str]) -> list[PairDocument]:
    """What coreference is trained on, as often as it is gone through in an epoch; `news` and `files` as relation_documents takes them."""
    chains = [document for name, times in COREFERENCE_FILES.items() for document in files[name] * times]
    for path in news[:1]:
        chains += load_news(path, 'train', corpora, wordpiece, WITH_CHAINS)
    return [document for document in chains if len(document.mentions) > 1]


def relation_documents(files: dict[str, list[PairDocument]], corpora: Corpora, wordpiece: WordPiece, news: Sequence[str],
                       teachers: Sequence[str]) -> list[PairDocument]:
    """What relations are trained on, as often as it is gone through in an epoch. `files` as load_pairs gives them, those of
    SELF_LABELLED too where there are teachers."""
    relation_files = RELATION_FILES
    if teachers:
        models = [load_model(path) for path in teachers]
        mapping = corpora.mapping['sources']['redocred']['relations']
        read = load_read()
        for name in SELF_LABELLED:
            label_documents([document for document in files[name] if document.id not in read], models,
                            known_types('redocred', {}, mapping))
            for document in files[name]:
                if document.id in read:
                    add_read(document, read[document.id], corpora)
        relation_files = RELATION_FILES | dict.fromkeys(SELF_LABELLED, 1)
    relations = [document for name, times in relation_files.items() for document in files[name] * times
                 if len(document.entities) > 1]
    for place, path in enumerate(news):
        relations += load_news(path, 'train', corpora, wordpiece) * (NEWS_TIMES if place == 0 else 1)
    return relations


def relation_losses(model: TextModel, documents: list, seed: str, collate: Callable = collate_relations) -> tuple[dict[str, Tensor], int]:
    """Losses by name, and pieces read; `collate` is collate_asked for windows as run time asks."""
    batch = collate(documents, random.Random(seed))
    logits = model.relation_logits(batch)
    return {'relations': relation_loss(logits, batch['holds'], batch['known'])}, int(batch['mask'].sum())


def coreference_losses(model: TextModel, documents: list[PairDocument]) -> tuple[dict[str, Tensor], int]:
    """Losses by name, and pieces read."""
    batch = collate_coreference(documents)
    states, _ = model.pair_states(batch)
    link, fresh = link_scores(model, states, batch)
    return {'coreference': coreference_loss(link, fresh, batch)}, int(batch['mask'].sum())


def link_scores(model: TextModel, states: Tensor, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    window, first, last = batch['mentions'].unbind(1)
    return model.coreference(states[window, first], states[window, last], batch['kinds'], batch['types'], batch['pairs'],
                             batch['features'])
