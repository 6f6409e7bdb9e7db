"""Documents for stage 2: one window of sentences each, with mentions, entities, relations and what is known of them."""
from dataclasses import dataclass, field

from batches import LONGEST, Encoded, encode, pack, window_length
from corpora import Corpora, Document, locate_mentions
from labels import KIND_INDEX, RELATION_INDEX, RELATIONS, TYPE_INDEX
from wordpiece import WordPiece

SYMMETRIC = {'SPOUSE_OF', 'SIBLING_OF', 'MET_WITH', 'ALLY_OF'}
POSITIVES_ONLY = {'docie'}
"""Here a missing relation is no negative."""


@dataclass(slots=True)
class PairMention:
    sentence: int  # in the window
    start: int  # words counted over the window, half-open
    end: int
    first_piece: int  # place in the window, its first mark counted
    last_piece: int
    kind: int
    type: int
    words: list[str]
    entity: int
    guess: int = -1  # the type that earlier weights see in it, -1 = not asked


@dataclass(slots=True)
class PairDocument:
    """Mentions are sorted by start, longer first. Entities are numbered from 0 and each has a mention here."""
    id: str
    source: str
    window: list[Encoded]
    mentions: list[PairMention]
    entities: list[list[int]] = field(default_factory=list)  # mentions of each entity
    relations: dict[tuple[int, int], int] = field(default_factory=dict)  # pair of entities → bit set of types that hold
    known: int = 0  # bit set of types whose absence is a negative
    same_sentence: bool = False  # negatives only between mentions of one sentence
    unknown: dict[tuple[int, int], int] = field(default_factory=dict)  # types left open for one pair
    candidates: list[tuple[int, int, list[int]]] | None = None  # kept by pair_batches
    numbers: dict[object, int] = field(default_factory=dict)  # the corpus's entities → those here

    @property
    def length(self) -> int:
        return window_length(self.window)

    @property
    def most_pairs(self) -> int:
        return len(self.entities) * (len(self.entities) - 1)


def windows_of(document: Document, wordpiece: WordPiece) -> list[list[Encoded]]:
    """The sentences of a document in windows of at most LONGEST pieces."""
    sentences = [encode(sentence, wordpiece) for sentence in document.sentences]
    return pack([sentence for sentence in sentences if sentence.first], LONGEST)


def read_pairs(document: Document, corpora: Corpora, window: list[Encoded], extra: list[dict] = ()) -> PairDocument:
    """`document` with its raw object; `extra` mentions (in the form of the raw ones) become entities of their own."""
    raw = document.raw
    source = document.source
    extra = [{**mention, 'entity': ('extra', number)} for number, mention in enumerate(extra)]
    mentions = place_mentions([*raw['mentions'], *extra], window, corpora, source)
    numbers, entities = number_entities(mentions)
    result = PairDocument(document.id, source, window, mentions, entities, numbers=numbers)
    add_relations(result, raw, corpora, numbers)
    return result


def number_entities(mentions: list[PairMention]) -> tuple[dict[object, int], list[list[int]]]:
    """Numbers the entities in the order of their first mentions; gives key → number and the mentions of each."""
    numbers: dict[object, int] = {}
    entities: list[list[int]] = []
    for index, mention in enumerate(mentions):
        key = mention.entity
        if key not in numbers:
            numbers[key] = len(entities)
            entities.append([])
        mention.entity = numbers[key]
        entities[mention.entity].append(index)
    return numbers, entities


def place_mentions(raw: list[dict], window: list[Encoded], corpora: Corpora, source: str) -> list[PairMention]:
    """Mentions that lie in the window, sorted; those without an entity become one of their own."""
    word_offsets, piece_offsets, words, pieces = [], [], 0, 1
    for encoded in window:
        word_offsets.append(words)
        piece_offsets.append(pieces)
        words += len(encoded.sentence.words)
        pieces += len(encoded.pieces)
    placed = []
    for number, first, last, mention in locate_mentions(raw, [encoded.sentence for encoded in window]):
        encoded = window[number]
        if last >= len(encoded.first):
            continue
        ends = [*encoded.first[1:], len(encoded.pieces)]
        surface = ' '.join(encoded.sentence.words[first:last + 1])
        types = (mention['type'],) if mention['type'] in TYPE_INDEX else corpora.types(source, mention['type'], surface)
        kind = mention['kind'] if mention['kind'] in KIND_INDEX else 'name'
        entity = mention.get('entity')
        placed.append(PairMention(
            sentence=number, start=word_offsets[number] + first, end=word_offsets[number] + last + 1,
            first_piece=piece_offsets[number] + encoded.first[first], last_piece=piece_offsets[number] + ends[last] - 1,
            kind=KIND_INDEX[kind], type=TYPE_INDEX[types[0]], words=encoded.sentence.words[first:last + 1],
            entity=('alone', len(placed)) if entity is None else entity))
    return sorted(placed, key=lambda mention: (mention.start, -mention.end))


def target_of(mapping: dict, label: str, subject: str, object_: str) -> tuple[str, bool] | None:
    """Source label → (our type, swapped), None where nothing fits."""
    entry = mapping[label]
    target = entry.get('by_types', {}).get(f'{subject}>{object_}', entry['type'])
    return None if target == 'NONE' else (target, entry['inverse'])


def add_relations(document: PairDocument, raw: dict, corpora: Corpora, numbers: dict[object, int]) -> None:
    mapping = corpora.mapping['sources'][document.source]['relations']
    if not mapping:
        return
    types = {entity['id']: entity['type'] for entity in raw['entities']}
    for relation in raw['relations']:
        subject, object_ = relation['subject'], relation['object']
        if subject not in numbers or object_ not in numbers or subject == object_:
            continue
        target = target_of(mapping, relation['type'], types[subject], types[object_])
        if target is None:
            continue
        pair = (numbers[object_], numbers[subject]) if target[1] else (numbers[subject], numbers[object_])
        bit = 1 << RELATION_INDEX[target[0]]
        for one in (pair, pair[::-1]) if target[0] in SYMMETRIC else (pair,):
            document.relations[one] = document.relations.get(one, 0) | bit
            if relation['type'] == 'SUBSIDIARY_OF':  # says as much about ownership, in neither direction certain
                document.unknown[one] = 1 << RELATION_INDEX['OWNED_BY']
    document.known = known_types(document.source, raw, mapping)
    document.same_sentence = document.source == 're3d'


def known_types(source: str, raw: dict, mapping: dict) -> int:
    """Types of which a missing relation is a negative."""
    if source in POSITIVES_ONLY:
        return 0
    labels = raw['exhaustive'] if source == 'knowledgenet' else mapping
    bits = 0
    for label in labels:
        targets = {mapping[label]['type'], *mapping[label].get('by_types', {}).values()} - {'NONE'}
        for target in targets:
            bits |= 1 << RELATION_INDEX[target]
    if source == 'knowledgenet' and 'EMPLOYEE_OR_MEMBER_OF' in raw['exhaustive'] and (
            'POLITICAL_AFFILIATION' not in raw['exhaustive']):
        bits &= ~(1 << RELATION_INDEX['MEMBER_OF'])
    return bits


def relation_row(document: PairDocument, pair: tuple[int, int]) -> tuple[list[int], list[int]]:
    """(holds, known), each one value a relation type."""
    holds = document.relations.get(pair, 0)
    known = document.known
    if document.same_sentence and not share_sentence(document, pair):
        known = 0
    known = (known & ~document.unknown.get(pair, 0)) | holds
    return [holds >> i & 1 for i in range(len(RELATIONS))], [known >> i & 1 for i in range(len(RELATIONS))]


def share_sentence(document: PairDocument, pair: tuple[int, int]) -> bool:
    left, right = ({document.mentions[index].sentence for index in document.entities[entity]} for entity in pair)
    return bool(left & right)
