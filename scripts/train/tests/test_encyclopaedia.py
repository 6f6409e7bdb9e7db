"""Relations that readers added to a corpus's entities."""
import unittest
from types import SimpleNamespace

from encyclopaedia import add_read, load_read
from labels import RELATION_INDEX, RELATIONS
from news_annotations import bits
from pair_documents import PairDocument, relation_row

CORPORA = SimpleNamespace(mapping={'sources': {'redocred': {'relations': {'P1': {'type': 'MEMBER_OF'}, 'P2': {'type': 'NONE'}}}}})


def document() -> PairDocument:
    """Of the corpus's entities 4, 7 and 9 the window holds the first two."""
    return PairDocument('a', 'docred', [], [], [[0], [1]], numbers={4: 0, 7: 1})


class Encyclopaedia(unittest.TestCase):
    def test_relations_of_the_corpus_entities_hold_between_those_of_the_window(self):
        one = document()
        add_read(one, [[4, 'MEMBER_OF', 7], [9, 'MEMBER_OF', 7], [7, 'MEMBER_OF', 7]], CORPORA)
        self.assertEqual(one.relations, {(0, 1): bits('MEMBER_OF')})

    def test_symmetric_ones_hold_both_ways(self):
        one = document()
        add_read(one, [[4, 'SPOUSE_OF', 7]], CORPORA)
        self.assertEqual(one.relations, {pair: bits('SPOUSE_OF') for pair in ((0, 1), (1, 0))})

    def test_what_is_not_listed_is_a_negative_of_the_types_that_redocred_has(self):
        one = document()
        add_read(one, [], CORPORA)
        holds, known = relation_row(one, (0, 1))
        self.assertEqual(sum(holds), 0)
        self.assertEqual([place for place, is_known in enumerate(known) if is_known], [RELATION_INDEX['MEMBER_OF']])

    def test_the_file_names_types_of_the_head(self):
        read = load_read()
        self.assertGreater(len(read), 1000)
        self.assertEqual({name for relations in read.values() for _, name, _ in relations} - set(RELATIONS), set())


if __name__ == '__main__':
    unittest.main()
