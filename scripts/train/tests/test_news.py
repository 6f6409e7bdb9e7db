"""Relations of our own over the invented document: positives, negatives, what is left open."""
import json
import unittest
from itertools import permutations

from corpora import Corpora
from labels import RELATION_INDEX, RELATIONS
from news_annotations import join_lines, load_news
from pair_documents import PairDocument, relation_row
from tests.invented import Folder, tree_document
from wordpiece import WordPiece

MIRA, TARN, SHE, IT, VELDHOLM = [0, 11], [18, 28], [30, 33], [42, 44], [48, 56]
ENTITIES = [{'id': 0, 'type': 'Person', 'mentions': [[*MIRA, 'name'], [*SHE, 'pronoun']]},
            {'id': 1, 'type': 'Organization', 'mentions': [[*TARN, 'name'], [*IT, 'pronoun']]},
            {'id': 2, 'type': 'Place', 'mentions': [[*VELDHOLM, 'name']]}]
LEADS = {'type': 'LEADS', 'subject': MIRA, 'object': TARN, 'sentence': 0}
BASED = {'type': 'BASED_IN', 'subject': TARN, 'object': VELDHOLM, 'across': True}


class News(unittest.TestCase):
    def setUp(self):
        self.folder = Folder({'gum-train': [tree_document()]})

    def load(self, relations: list[dict], split: str = 'train', exhaustive: bool = True) -> list[PairDocument]:
        annotation = {'document': 'invented-1', 'corpus': 'gum-train', 'split': 'train', 'exhaustive': exhaustive,
                      'entities': ENTITIES, 'relations': relations}
        path = self.folder.path / 'news.jsonl'
        path.write_text(json.dumps(annotation) + '\n')
        return load_news(path, split, Corpora(self.folder.path), WordPiece(self.folder.vocabulary))

    def row(self, relations: list[dict], pair: tuple[int, int]) -> tuple[set[str], set[str]]:
        """Types that hold, and types whose absence is a negative."""
        [document] = self.load(relations)
        holds, known = relation_row(document, pair)
        positive = {name for name, value in zip(RELATIONS, holds) if value}
        return positive, {name for name, value in zip(RELATIONS, known) if value} - positive

    def test_mentions_of_one_entity_stand_together(self):
        [document] = self.load([LEADS])
        self.assertEqual([[document.mentions[index].words for index in members] for members in document.entities],
                         [[['Mira', 'Okafor'], ['She']], [['Tarn', 'Works'], ['it']], [['Veldholm']]])

    def test_a_relation_holds_in_its_direction_and_leaves_like_types_open(self):
        positive, negative = self.row([LEADS, BASED], (0, 1))
        self.assertEqual(positive, {'LEADS'})
        self.assertNotIn('WORKS_FOR', negative)
        self.assertIn('MET_WITH', negative)
        self.assertEqual(self.row([LEADS, BASED], (1, 0)), (set(), set(RELATIONS)))
        self.assertEqual(self.row([LEADS, BASED], (1, 2))[0], {'BASED_IN'})

    def test_optional_and_denied_ones_are_neither_positive_nor_negative(self):
        for mark in ({'optional': True}, {'polarity': 'negative'}):
            positive, negative = self.row([{**LEADS, **mark}], (0, 1))
            self.assertEqual(positive, set())
            self.assertNotIn('LEADS', negative)

    def test_following_documents_are_lines_of_an_article(self):
        raws = [{'id': f'line-{n}', 'text': text, 'sentences': [[0, len(text)]]}
                for n, text in enumerate(('One.', 'Two 😀.', 'Three.', 'Four.'))]
        [joined] = join_lines(raws, {'line-1': {'lines': 2}})
        self.assertEqual(joined['text'], 'Two 😀.\nThree.')
        self.assertEqual([joined['text'][first:last] for first, last in joined['sentences']], ['Two 😀.', 'Three.'])

    def test_symmetric_ones_hold_both_ways(self):
        met = {**LEADS, 'type': 'MET_WITH'}
        self.assertEqual([self.row([met], pair)[0] for pair in ((0, 1), (1, 0))], [{'MET_WITH'}] * 2)

    def test_silver_knows_its_positives_and_their_reversals_only(self):
        [document] = self.load([LEADS, {**BASED, 'type': 'ALLY_OF'}], exhaustive=False)
        known = {pair: {name for name, value in zip(RELATIONS, relation_row(document, pair)[1]) if value}
                 for pair in permutations(range(3), 2)}
        self.assertEqual(known, {(0, 1): {'LEADS'}, (1, 0): {'LEADS'}, (1, 2): {'ALLY_OF'}, (2, 1): {'ALLY_OF'},
                                 (0, 2): set(), (2, 0): set()})

    def test_only_the_asked_split_is_read(self):
        self.assertEqual(self.load([LEADS], 'dev'), [])

    def test_all_types_are_known(self):
        [document] = self.load([])
        self.assertTrue(document.known >> RELATION_INDEX['HAPPENED_ON'] & 1)


if __name__ == '__main__':
    unittest.main()
