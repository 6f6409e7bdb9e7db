"""Pronouns that readers tied to the names of a text (data/annotations/pronouns), as documents for coreference.

A line: `document`, `corpus`, `lines` (as news_annotations.join_lines takes them), `names` (absent: the corpus's own) and `pronouns`, each
[start, end, entity] in code points, the entity null where the pronoun means none of the names. Only pronouns are learned from: what else
is one thing with a name was not read.
"""
import json
from collections.abc import Iterator
from pathlib import Path

from corpora import Corpora
from evaluate import Predict
from labels import KIND_INDEX
from news_annotations import join_lines
from pair_documents import LISTED_PRONOUNS, PairDocument, number_entities, place_mentions, windows_of
from predicted_mentions import note_guesses, predict_mentions
from wordpiece import WordPiece

NAME = KIND_INDEX['name']
FOLDER = Path(__file__).resolve().parents[2] / 'data' / 'annotations' / 'pronouns'


def load_pronouns(corpora: Corpora, wordpiece: WordPiece, predict: Predict, folder: Path = FOLDER) -> list[PairDocument]:
    """All windows that hold a pronoun and a name; mentions have the types that the weights at hand give them."""
    lines = [json.loads(line) for path in sorted(folder.glob('*.jsonl')) for line in path.read_text('utf-8').splitlines()]
    wanted = {line['document']: line for line in lines}
    read = [(document, window, mentions) for name in sorted({line['corpus'] for line in lines})
            for raw in join_lines(corpora.raw(name), wanted)
            for document, mentions in [(corpora.read(raw), raw_mentions(wanted[raw['id']], raw))]
            for window in windows_of(document, wordpiece)]
    found = predict_mentions([window for _, window, _ in read], predict)
    return [pairs for (document, window, mentions), seen in zip(read, found)
            for pairs in read_window(document.id, document.source, window, mentions, seen, corpora)]


def raw_mentions(line: dict, raw: dict) -> list[dict]:
    names = line['names'] if 'names' in line else [[one['start'], one['end'], one['entity']] for one in raw['mentions']]
    nobody = (('nobody', start) for start, _, _ in line['pronouns'])
    return [*({'start': start, 'end': end, 'type': 'Other', 'kind': 'name', 'entity': entity} for start, end, entity in names),
            *({'start': start, 'end': end, 'type': 'Person', 'kind': 'pronoun', 'entity': other if entity is None else entity}
              for (start, end, entity), other in zip(line['pronouns'], nobody))]


def read_window(name: str, source: str, window: list, mentions: list[dict], seen: list[dict], corpora: Corpora) -> Iterator[PairDocument]:
    """One document, none where there is nothing to tell. A pronoun whose name stands in another window is left out."""
    placed = place_mentions(mentions, window, corpora, source)
    named = {mention.entity for mention in placed if mention.kind == NAME}
    placed = [mention for mention in placed if mention.entity in named or isinstance(mention.entity, tuple)]
    numbers, entities = number_entities(placed)
    document = PairDocument(name, LISTED_PRONOUNS, window, placed, entities, numbers=numbers)
    note_guesses(document, place_mentions(seen, window, corpora, source))
    for mention in placed:
        mention.type = mention.guess if mention.guess >= 0 else mention.type
    if len(placed) > 1:
        yield document
