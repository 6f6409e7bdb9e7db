"""Documents as run time would find them: guessed types, lost mentions, every window of a long text."""
import random
import unittest

from corpora import Corpora
from labels import TYPE_INDEX
from pair_batches import guessed_type, wear
from pair_documents import PairDocument, windows_of
from predicted_mentions import note_guesses
from stage_two import load_pairs
from tests.invented import Folder, relation_document, tree_document
from wordpiece import WordPiece

PERSON, EVENT = TYPE_INDEX['Person'], TYPE_INDEX['Event']


def long_document() -> dict:
    """The invented document so often that it fills more than one window of 500 pieces."""
    one = tree_document()
    gap, times = len(one['text']) + 1, 40
    shift = lambda pairs: [[start + gap * turn, end + gap * turn] for turn in range(times) for start, end in pairs]
    mentions = [{**mention, 'start': mention['start'] + gap * turn, 'end': mention['end'] + gap * turn}
                for turn in range(times) for mention in one['mentions']]
    return {**one, 'text': ' '.join([one['text']] * times), 'sentences': shift(one['sentences']), 'tokens': shift(one['tokens']),
            'mentions': mentions, **{name: one[name] * times for name in ('upos', 'xpos', 'head', 'deprel')}}


class Worn(unittest.TestCase):
    def setUp(self):
        self.folder = Folder({'knowledgenet-train': [relation_document()], 'gum-train': [long_document()]})
        self.corpora, self.wordpiece = Corpora(self.folder.path), WordPiece(self.folder.vocabulary)
        self.document: PairDocument = load_pairs('knowledgenet-train', self.corpora, self.wordpiece, None)[0]

    def test_an_entity_keeps_a_mention(self):
        counts = set()
        for seed in range(40):
            worn = wear(self.document.entities, random.Random(seed))
            self.assertTrue(all(kept and set(kept) <= set(members) for kept, members in zip(worn, self.document.entities)))
            counts.add(sum(map(len, worn)))
        self.assertGreater(len(counts), 1)

    def test_the_guess_counts_before_the_annotation(self):
        members = self.document.entities[0]
        sure = type('Sure', (random.Random,), {'random': lambda self: 1.0})()
        self.assertEqual(guessed_type(self.document, members, sure), PERSON)
        [found] = [self.document.mentions[members[0]]]
        note_guesses(self.document, [type(found)(0, found.start, found.end, 0, 0, 0, EVENT, [], 0)])
        self.assertEqual(guessed_type(self.document, members, sure), EVENT)
        self.assertEqual({mention.guess for mention in self.document.mentions} - {EVENT}, {-1})

    def test_every_window_of_a_long_text_is_read(self):
        [text] = self.corpora.load('gum-train', keep_raw=True)
        documents = load_pairs('gum-train', self.corpora, self.wordpiece, None)
        self.assertEqual(len(documents), len(windows_of(text, self.wordpiece)))
        self.assertGreater(len(documents), 1)
        self.assertEqual(sum(len(document.mentions) for document in documents), 40 * 5)


if __name__ == '__main__':
    unittest.main()
