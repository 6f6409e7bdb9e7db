"""Small invented documents in the form of the corpora, and a small vocabulary."""
import gzip
import json
import tempfile
from pathlib import Path

from wordpiece import CLS, PAD, SEP, UNK

TEXT = 'Mira Okafor leads Tarn Works. She founded it in Veldholm.'


def spans(text: str, *surfaces: str) -> list[list[int]]:
    places, at = [], 0
    for surface in surfaces:
        at = text.index(surface, at)
        places.append([at, at + len(surface)])
        at += len(surface)
    return places


def tree_document() -> dict:
    tokens = spans(TEXT, 'Mira', 'Okafor', 'leads', 'Tarn', 'Works', '.', 'She', 'founded', 'it', 'in', 'Veldholm', '.')
    surfaces = [('Mira Okafor', 'person', 'name', 0), ('Tarn Works', 'organization', 'name', 1),
                ('She', 'person', 'pronoun', 0), ('it', 'organization', 'pronoun', 1), ('Veldholm', 'place', 'name', 2)]
    mentions = [{'id': index, 'start': start, 'end': end, 'type': kind, 'kind': form, 'entity': entity}
                for index, ((_, kind, form, entity), (start, end)) in
                enumerate(zip(surfaces, spans(TEXT, *(surface for surface, *_ in surfaces))))]
    return {'id': 'invented-1', 'source': 'gum', 'text': TEXT, 'sentences': [[0, 29], [30, len(TEXT)]], 'tokens': tokens,
            'upos': 'PROPN PROPN VERB PROPN PROPN PUNCT PRON VERB PRON ADP PROPN PUNCT'.split(),
            'xpos': 'NNP NNP VBZ NNP NNP . PRP VBD PRP IN NNP .'.split(),
            'head': [2, 0, -1, 4, 2, 2, 7, -1, 7, 10, 7, 7],
            'deprel': 'nsubj flat root compound obj punct nsubj root obj case obl punct'.split(),
            'mentions': mentions, 'relations': [], 'annotated': ['tree', 'ner', 'coref'],
            'entities': [{'id': index, 'type': kind} for index, kind in enumerate(('person', 'organization', 'place'))]}


def relation_document() -> dict:
    document = tree_document()
    types = {'person': 'PER', 'organization': 'ORG', 'place': 'LOC'}
    for part in (*document['mentions'], *document['entities']):
        part['type'] = types[part['type']]
    relations = [{'subject': 1, 'object': 0, 'type': 'CEO'}, {'subject': 1, 'object': 0, 'type': 'FOUNDED_BY'}]
    return {**document, 'id': 'invented-2', 'source': 'knowledgenet', 'relations': relations,
            'exhaustive': ['CEO', 'FOUNDED_BY'], 'annotated': ['relations']}


MAPPING = {'demonyms': {'surfaces': ['Veldish']}, 'surface_exceptions': {}, 'sources': {
    'gum': {'entities': {'person': 'Person', 'organization': 'Organization', 'place': 'Place', 'abstract': 'Other'},
            'relations': {}},
    'knowledgenet': {'entities': {'PER': 'Person', 'ORG': 'Organization', 'LOC': 'Place'}, 'relations': {
        'CEO': {'type': 'LEADS', 'inverse': True}, 'FOUNDED_BY': {'type': 'FOUNDED_BY', 'inverse': False}}},
    'wikigold': {'entities': {'MISC': 'Other', 'PER': 'Person'}, 'relations': {}}}}


class Folder:
    """A temporary corpora folder with a vocabulary beside it."""

    def __init__(self, documents: dict[str, list[dict]], deny_sentences: str = ''):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name)
        (self.path / 'mapping.json').write_text(json.dumps(MAPPING))
        (self.path / 'deny.txt').write_text('')
        (self.path / 'deny-sentences.txt').write_text(deny_sentences)
        for name, lines in documents.items():
            with gzip.open(self.path / f'{name}.jsonl.gz', 'wt') as file:
                file.writelines(json.dumps(line) + '\n' for line in lines)
        self.vocabulary = self.path / 'vocab.txt'
        pieces = {PAD: '[PAD]', UNK: '[UNK]', CLS: '[CLS]', SEP: '[SEP]'}
        words = 'mira ok ##af ##or leads tarn works . she founded it in veld ##holm'.split()
        rows = [pieces.get(index, f'[unused{index}]') for index in range(104)] + words
        self.vocabulary.write_text('\n'.join(rows) + '\n')
