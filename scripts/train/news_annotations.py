"""Reads our own relations of news texts (data/annotations/relations) onto the texts of the corpora folder.

The annotations are stand-off: offsets in code points, no text. Every type of the ontology is annotated in full, so that an
absent relation is a negative, but for what `leave_open` lists. Silver files (silver-news.ts) have the same form with
`exhaustive: false`: what stands there is a positive, and all else is unknown but the same relation turned round.
"""
import json
from functools import reduce
from itertools import islice, permutations
from pathlib import Path
from typing import Iterable, Iterator

from batches import LONGEST, Encoded, encode, pack
from corpora import Corpora, Document
from labels import RELATION_INDEX, RELATIONS
from pair_documents import SYMMETRIC, PairDocument, number_entities, place_mentions, share_sentence
from wordpiece import WordPiece

ALL_TYPES = (1 << len(RELATIONS)) - 1
ALIKE = (
    ('LOCATED_IN', 'BASED_IN', 'PART_OF', 'CAPITAL_OF', 'AGENCY_OF'),
    ('HEAD_OF_STATE_OF', 'HEAD_OF_GOVERNMENT_OF', 'OFFICIAL_OF', 'LEADS', 'WORKS_FOR', 'MEMBER_OF', 'SPOKESPERSON_OF', 'CITIZEN_OF'),
    ('OWNED_BY', 'PART_OF', 'AGENCY_OF', 'FOUNDED_BY'),
    ('CREATED_BY', 'PRODUCED_BY', 'OWNED_BY'),
)
"""Types that other corpora give together where ours gives the best one: the others are no negatives then."""
KNOWN_TO_ANYONE = ('LOCATED_IN', 'BASED_IN', 'CITIZEN_OF')
"""Other corpora add these from knowledge of the world; without a shared sentence their absence here is no negative."""


def bits(*types: str) -> int:
    return sum(1 << RELATION_INDEX[name] for name in set(types))


def load_news(path: str | Path, split: str, corpora: Corpora, wordpiece: WordPiece, first_round: int = 1) -> list[PairDocument]:
    """The documents of `split` ('train', 'fit' or 'dev') from that round on, one a window; windows with fewer than two entities are left out."""
    with open(path, encoding='utf-8') as lines:
        annotations = [json.loads(line) for line in lines if line.strip()]
    wanted = {one['document']: one for one in annotations if one['split'] == split and one.get('round', 1) >= first_round}
    return [pairs for name in sorted({one['corpus'] for one in wanted.values()}) for raw in join_lines(corpora.raw(name), wanted)
            for pairs in read_news(wanted[raw['id']], corpora.read(raw), corpora, wordpiece)]


def join_lines(raws: Iterable[dict], wanted: dict[str, dict]) -> Iterator[dict]:
    """The wanted documents; where an annotation has `lines`, so many of the file from there on as the lines of one text."""
    following = iter(raws)
    for raw in following:
        if raw['id'] in wanted:
            yield reduce(add_line, islice(following, wanted[raw['id']].get('lines', 1) - 1), raw)


def add_line(before: dict, line: dict) -> dict:
    """One text of both, without the mentions of the second, which nobody asks for here."""
    start = len(before['text']) + 1
    moved = [[start + first, start + last] for first, last in line['sentences']]
    return {**before, 'text': f"{before['text']}\n{line['text']}", 'sentences': before['sentences'] + moved}


def read_news(annotation: dict, document: Document, corpora: Corpora, wordpiece: WordPiece) -> list[PairDocument]:
    """All windows of one document."""
    mentions = [{'start': start, 'end': end, 'kind': kind, 'type': entity['type'], 'entity': entity['id']}
                for entity in annotation['entities'] for start, end, kind in entity['mentions']]
    sentences = [encode(sentence, wordpiece) for sentence in document.sentences]
    windows = pack([sentence for sentence in sentences if sentence.first], LONGEST)
    read = [read_window(annotation, mentions, document, window, corpora) for window in windows]
    return [pairs for pairs in read if len(pairs.entities) > 1]


def read_window(annotation: dict, raw_mentions: list[dict], document: Document, window: list[Encoded],
                corpora: Corpora) -> PairDocument:
    mentions = place_mentions(raw_mentions, window, corpora, document.source)
    numbers, entities = number_entities(mentions)
    result = PairDocument(document.id, document.source, window, mentions, entities, known=ALL_TYPES)
    owner = {(mention['start'], mention['end']): mention['entity'] for mention in raw_mentions}
    reach = (window[0].sentence.spans[0][0], window[-1].sentence.spans[-1][1])
    for relation in annotation['relations']:
        ends = [tuple(relation[side]) for side in ('subject', 'object')]
        subject, object_ = (numbers.get(owner[end]) for end in ends)
        if subject is None or object_ is None or subject == object_:
            continue
        evident = all(reach[0] <= start and end <= reach[1] for start, end in ends)
        add_relation(result, relation, (subject, object_), evident)
    if annotation['exhaustive']:
        leave_open(result)
    else:
        know_only_reversals(result)
    return result


def add_relation(document: PairDocument, relation: dict, pair: tuple[int, int], evident: bool) -> None:
    """A positive; or unknown, where the relation is optional, denied, or stated outside this window."""
    positive = evident and not relation.get('optional') and relation.get('polarity') != 'negative'
    types = (relation['type'], *relation.get('alternatives', ()))
    alike = bits(*types, *(name for family in ALIKE if set(types) & set(family) for name in family))
    for one in (pair, pair[::-1]) if relation['type'] in SYMMETRIC else (pair,):
        if positive:
            document.relations[one] = document.relations.get(one, 0) | bits(relation['type'])
        document.unknown[one] = document.unknown.get(one, 0) | alike


def know_only_reversals(document: PairDocument) -> None:
    """Leaves open all but the positives and, for types that are not symmetric, their reversals."""
    for pair in permutations(range(len(document.entities)), 2):
        turned = document.relations.get(pair[::-1], 0) & ~document.relations.get(pair, 0)
        document.unknown[pair] = ALL_TYPES & ~(turned & ~bits(*SYMMETRIC))


def leave_open(document: PairDocument) -> None:
    """Adds what other corpora know of pairs that no sentence here brings together."""
    open_types = bits(*KNOWN_TO_ANYONE)
    for pair in permutations(range(len(document.entities)), 2):
        if not share_sentence(document, pair):
            document.unknown[pair] = document.unknown.get(pair, 0) | open_types
