"""Self-training: what the teachers' margins make of a document without relations, or with positives only."""
import unittest

import torch

from corpora import Corpora
from labels import RELATION_INDEX, RELATIONS
from model import TextModel
from pair_documents import relation_row
from self_labels import ABSENT, SURE, label_documents, label_pair
from stage_two import load_pairs
from tests.invented import Folder, relation_document
from wordpiece import WordPiece

LEADS, MEMBER, WORKS = RELATION_INDEX['LEADS'], RELATION_INDEX['MEMBER_OF'], RELATION_INDEX['WORKS_FOR']
KNOWN = 1 << LEADS | 1 << MEMBER


def document(folder: Folder):
    return load_pairs('knowledgenet-train', Corpora(folder.path), WordPiece(folder.vocabulary), None)[0]


class SelfLabels(unittest.TestCase):
    def setUp(self):
        self.folder = Folder({'knowledgenet-train': [relation_document()]})
        self.document = document(self.folder)
        self.document.known = KNOWN

    def test_margins_make_positives_negatives_and_open_types(self):
        values = [ABSENT - 1] * len(RELATIONS)
        values[LEADS], values[MEMBER], values[WORKS] = SURE, (SURE + ABSENT) / 2, SURE + 1
        label_pair(self.document, (0, 2), values)
        holds, known = relation_row(self.document, (0, 2))
        self.assertEqual((holds[LEADS], known[LEADS]), (1, 1))
        self.assertEqual((holds[MEMBER], known[MEMBER]), (0, 0))
        self.assertEqual((holds[WORKS], known[WORKS]), (0, 0))  # outside what the labels can hold

    def test_what_the_corpus_states_stays(self):
        stated = next(iter(self.document.relations))
        label_pair(self.document, stated, [ABSENT - 1] * len(RELATIONS))
        self.assertTrue(any(relation_row(self.document, stated)[0]))

    def test_every_pair_of_a_document_is_labelled_by_its_own_row(self):
        torch.manual_seed(0)
        model = TextModel()
        with torch.no_grad():  # one type far above the threshold whatever the pair
            model.relations.bilinear.weight.zero_()
            model.relations.bilinear.bias.zero_()
            model.relations.bilinear.bias[LEADS], model.relations.bilinear.bias[MEMBER] = 9.0, -9.0
        label_documents([self.document], [model], KNOWN)
        count = len(self.document.entities)
        pairs = [(one, other) for one in range(count) for other in range(count) if one != other]
        self.assertEqual([relation_row(self.document, pair)[0][LEADS] for pair in pairs], [1] * len(pairs))
        self.assertEqual([relation_row(self.document, pair)[1][MEMBER] for pair in pairs], [1] * len(pairs))


if __name__ == '__main__':
    unittest.main()
