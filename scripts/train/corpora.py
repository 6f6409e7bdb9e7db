"""Reads the corpora (gzip JSON Lines, README of the corpora folder) into sentences of words with targets.

Obeys the masks for partial labels and refuses every document that meets the deny lists of hidden test material.
"""
import gzip
import hashlib
import json
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator

from labels import DEPREL_INDEX, KIND_INDEX, TYPE_INDEX, UPOS_INDEX, XPOS_INDEX
from words import split_words

FULL, NAMES = 'full', 'names'
"""How a file marks mentions: names, nominals and pronouns alike, or names only (then nominals are not punished)."""

SPAN_MODES = {'gum': FULL, 'litbank': FULL, 're3d': FULL, 'ewt': NAMES, 'redocred': NAMES, 'docie': NAMES,
              'docred': NAMES, 'wikigold': NAMES, 'crossner-politics': NAMES, 'wnut17': NAMES, 'btc': NAMES,
              'gmb': NAMES}

MISC = ('Group', 'Event', 'Product', 'CreativeWork', 'Law', 'Other')
VAGUE = {('gum', 'abstract'): ('Event', 'CreativeWork', 'Law', 'Quantity', 'Role', 'Other'),
         ('gum', 'object'): ('Product', 'CreativeWork', 'Other'),
         ('redocred', 'MISC'): MISC, ('docie', 'MISC'): MISC, ('docred', 'MISC'): MISC, ('wikigold', 'MISC'): MISC,
         ('crossner-politics', 'misc'): MISC, ('wnut17', 'group'): ('Organization', 'Group'),
         ('gmb', 'art'): ('Product', 'CreativeWork'), ('re3d', 'DocumentReference'): ('Law', 'CreativeWork')}
"""Source labels that are wider than one of our types count as a set: right is whatever lies in it."""
PREFERRED = len(TYPE_INDEX)
"""Bit sets of types: bit t = type t is allowed, bit PREFERRED + t = it is the one of mapping.json (the first in doubt)."""


@dataclass(slots=True)
class Sentence:
    """One sentence. Word positions are local, 0-based."""
    spans: list[tuple[int, int]]  # characters of each word in the document
    words: list[str]
    upos: list[int] = field(default_factory=list)
    xpos: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # 1-based, 0 = root; empty where there is no tree
    labels: list[int] = field(default_factory=list)
    mentions: list[tuple[int, int, str, int]] = field(default_factory=list)  # first, last (inclusive), kind, bit set of types
    ignored: list[tuple[int, int]] = field(default_factory=list)  # unmarked cells that say nothing
    mode: str | None = None  # FULL, NAMES, or None without mention layer


@dataclass(slots=True)
class Document:
    id: str
    source: str
    sentences: list[Sentence]
    raw: dict | None = None  # the JSON object, for relations and coreference


class DenyLists:
    """Hashes of hidden test material; the function is the one of the corpora README."""

    def __init__(self, folder: Path):
        self.texts = set((folder / 'deny.txt').read_text().split())
        self.sentences = set((folder / 'deny-sentences.txt').read_text().split())

    def refuse(self, text: str, sentences: list[str]) -> bool:
        def norm(piece: str) -> str:
            return re.sub('[^a-z0-9]+', '', unicodedata.normalize('NFC', piece).lower())

        def sha(piece: str) -> str:
            return hashlib.sha256(piece.encode()).hexdigest()

        if sha(norm(text)) in self.texts:
            return True
        normal = (norm(piece) for piece in [*sentences, *text.split('\n')])
        return any(len(piece) >= 40 and sha(piece)[:16] in self.sentences for piece in normal)


class Corpora:
    """The folder of corpora with its mapping and deny lists."""

    def __init__(self, folder: str | Path):
        self.folder = Path(folder)
        self.mapping = json.loads((self.folder / 'mapping.json').read_text('utf-8'))
        self.deny = DenyLists(self.folder)
        self.demonyms = frozenset(self.mapping['demonyms']['surfaces'])
        self.places = {source: {label: frozenset(surfaces) for label, kinds in labels.items()
                                for surfaces in [kinds.get('Place', [])]}
                       for source, labels in self.mapping['surface_exceptions'].items() if isinstance(labels, dict)}
        self.refused: dict[str, int] = {}

    def raw(self, name: str) -> Iterator[dict]:
        """The documents of one file that may be used."""
        with gzip.open(self.folder / f'{name}.jsonl.gz', 'rt', encoding='utf-8') as lines:
            for line in lines:
                document = json.loads(line)
                text = document['text']
                if self.deny.refuse(text, [text[start:end] for start, end in document['sentences']]):
                    self.refused[name] = self.refused.get(name, 0) + 1
                    continue
                yield document

    def load(self, name: str, keep_raw: bool = False) -> list[Document]:
        """Documents of `NAME.jsonl.gz` with the targets of stage 1."""
        return [self.read(document, keep_raw) for document in self.raw(name)]

    def read(self, document: dict, keep_raw: bool = False) -> Document:
        source = document['source']
        tree = 'tree' in document['annotated']
        sentences = tree_sentences(document) if tree else plain_sentences(document)
        if 'ner' in document['annotated']:
            mode = SPAN_MODES[source]
            for sentence in sentences:
                sentence.mode = mode
            self.add_mentions(document, sentences, mode)
        return Document(document['id'], source, sentences, document if keep_raw else None)

    def add_mentions(self, document: dict, sentences: list[Sentence], mode: str) -> None:
        text = document['text']
        for number, first, last, mention in locate_mentions(document['mentions'], sentences):
            surface = text[mention['start']:mention['end']]
            types = self.types(document['source'], mention['type'], surface)
            bits = sum(1 << TYPE_INDEX[name] for name in types) | 1 << PREFERRED + TYPE_INDEX[types[0]]
            sentences[number].mentions.append((first, last, mention['kind'], bits))
        if mode == NAMES:  # the sources disagree on demonyms: unmarked ones are no negatives
            for sentence in sentences:
                marked = {(first, last) for first, last, _, _ in sentence.mentions}
                sentence.ignored += [(place, place) for place, word in enumerate(sentence.words)
                                     if word in self.demonyms and (place, place) not in marked]

    def types(self, source: str, label: str, surface: str) -> tuple[str, ...]:
        """Our types that the source's label allows, the likeliest first; a demonym is a Group whatever the source calls it."""
        if surface in self.places.get(source, {}).get(label, ()):
            return ('Place',)
        target = self.mapping['sources'][source]['entities'][label]
        if surface in self.demonyms and target in ('Place', 'Other', 'Group'):
            return ('Group',)
        return (target, *(name for name in VAGUE.get((source, label), ()) if name != target))


def tree_sentences(document: dict) -> list[Sentence]:
    """Sentences with the treebank's own words, tags and tree."""
    text, tokens = document['text'], document['tokens']
    starts = [start for start, _ in document['sentences']]
    members: list[list[int]] = [[] for _ in starts]
    for index, (start, _) in enumerate(tokens):
        members[bisect_right(starts, start) - 1].append(index)
    sentences = []
    for indices in members:
        if not indices:
            continue
        offset = indices[0]
        sentences.append(Sentence(
            spans=[tuple(tokens[index]) for index in indices],
            words=[text[tokens[index][0]:tokens[index][1]] for index in indices],
            upos=[UPOS_INDEX[document['upos'][index]] for index in indices],
            xpos=[XPOS_INDEX.get(document['xpos'][index], -1) for index in indices],
            heads=[document['head'][index] - offset + 1 if document['head'][index] >= 0 else 0 for index in indices],
            labels=[DEPREL_INDEX[document['deprel'][index]] for index in indices]))
    return sentences


def plain_sentences(document: dict) -> list[Sentence]:
    """Sentences with words split by rule."""
    text = document['text']
    split = [split_words(text, start, end) for start, end in document['sentences']]
    return [Sentence(spans=spans, words=[text[start:end] for start, end in spans]) for spans in split if spans]


def locate_mentions(mentions: list[dict], sentences: list[Sentence]) -> Iterator[tuple[int, int, int, dict]]:
    """(sentence, first word, last word, mention), snapped outwards to words; those across sentences are left out."""
    starts = [sentence.spans[0][0] for sentence in sentences]
    for mention in mentions:
        number = bisect_right(starts, mention['start']) - 1
        if number < 0 or mention['end'] > sentences[number].spans[-1][1]:
            continue
        inside = [place for place, (start, end) in enumerate(sentences[number].spans)
                  if start < mention['end'] and end > mention['start']]
        if inside:
            yield number, inside[0], inside[-1], mention


KIND_BITS = {'name': 1 << KIND_INDEX['name'], 'nominal': 1 << KIND_INDEX['nominal'],
             'pronoun': 1 << KIND_INDEX['pronoun'],
             'unknown': 1 << KIND_INDEX['name'] | 1 << KIND_INDEX['nominal']}
"""A mention of unknown kind is a name or a nominal."""
