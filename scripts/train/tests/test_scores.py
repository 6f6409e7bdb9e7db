"""Counts of the evaluation."""
import unittest

import numpy as np

from batches import encode
from corpora import FULL, NAMES, Sentence
from evaluate import span_tally
from labels import KIND_INDEX, KINDS, TYPE_INDEX, TYPES
from tests.invented import Folder
from wordpiece import WordPiece


class Spans(unittest.TestCase):
    def tally(self, mode: str, kind: str) -> dict[str, int]:
        """Gold: word 0 is a name of a Person. Predicted: that, as a Place, and word 1 with the given kind."""
        sentence = Sentence(spans=[(0, 4), (5, 7)], words=['Mira', 'it'], mode=mode,
                            mentions=[(0, 0, 'name', 1 << TYPE_INDEX['Person'])])
        folder = Folder({})
        encoded = encode(sentence, WordPiece(folder.vocabulary))
        outputs = {'mentions': np.array([[0, 0, 0], [0, 1, 1]]),
                   'mention_kinds': np.eye(len(KINDS))[[KIND_INDEX['name'], KIND_INDEX[kind]]],
                   'mention_types': np.eye(len(TYPES))[[TYPE_INDEX['Place'], TYPE_INDEX['Person']]]}
        return span_tally([encoded], 'gum', outputs)

    def test_wrong_type_is_a_span_but_not_typed(self):
        tally = self.tally(FULL, 'pronoun')
        self.assertEqual([tally[f'all {name}'] for name in ('gold', 'predicted', 'span', 'typed')], [1, 2, 1, 0])
        self.assertEqual([tally[f'name {name}'] for name in ('gold', 'predicted', 'span', 'typed')], [1, 1, 1, 0])

    def test_files_of_names_leave_out_other_kinds(self):
        self.assertEqual(self.tally(NAMES, 'pronoun')['all predicted'], 1)
        self.assertEqual(self.tally(NAMES, 'name')['all predicted'], 2)


if __name__ == '__main__':
    unittest.main()
