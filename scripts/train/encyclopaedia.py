"""Relations of encyclopaedic texts that we read ourselves (data/annotations/relations/encyclopaedia.jsonl).

Their corpora have names and entities but no relations, or no negatives. A line: `document`, `corpus`, `relations` [subject, type, object] between
the corpus's entities, beside those it has itself. Complete in the types in which Re-DocRED is complete.
"""
import json
from pathlib import Path

from corpora import Corpora
from labels import RELATION_INDEX
from pair_documents import SYMMETRIC, PairDocument, known_types

PATH = Path(__file__).resolve().parents[2] / 'data' / 'annotations' / 'relations' / 'encyclopaedia.jsonl'
Read = dict[str, list[tuple[int, str, int]]]
"""Relations by document."""


def load_read(path: Path = PATH) -> Read:
    with open(path, encoding='utf-8') as lines:
        return {one['document']: one['relations'] for one in map(json.loads, lines)}


def add_read(document: PairDocument, relations: list[tuple[int, str, int]], corpora: Corpora) -> None:
    """In place; relations of entities outside its window are left out."""
    numbers = document.numbers
    for subject, name, object_ in relations:
        pair = (numbers.get(subject), numbers.get(object_))
        if None in pair or pair[0] == pair[1]:
            continue
        for one in (pair, pair[::-1]) if name in SYMMETRIC else (pair,):
            document.relations[one] = document.relations.get(one, 0) | 1 << RELATION_INDEX[name]
    document.known = known_types('redocred', {}, corpora.mapping['sources']['redocred']['relations'])
