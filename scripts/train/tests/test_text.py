"""Words, pieces and case shapes."""
import unittest

from labels import SHAPES
from tests.invented import Folder
from wordpiece import UNK, WordPiece, case_shape, normalise, split_parts
from words import split_words


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in split_words(text, 0, len(text))]


class Text(unittest.TestCase):
    def test_words_follow_the_treebanks(self):
        self.assertEqual(words("It's 9:30, don't you cannot O'Brien's U.S. well-known $3.5 a/b."), [
            'It', "'s", '9:30', ',', 'do', "n't", 'you', 'can', 'not', "O'Brien", "'s", 'U.S.', 'well', '-', 'known', '$',
            '3.5', 'a', '/', 'b', '.'])

    def test_addresses_and_runs_stay_whole(self):
        self.assertEqual(words('See https://a.example/b?c=1, me@x.example ... --'), [
            'See', 'https://a.example/b?c=1', ',', 'me@x.example', '...', '--'])

    def test_pieces_match_the_longest_first(self):
        folder = Folder({})
        wordpiece = WordPiece(folder.vocabulary)
        self.assertEqual([wordpiece.ids[piece] for piece in ('ok', '##af', '##or')], list(wordpiece.encode('Okafór')))
        self.assertEqual(wordpiece.encode('zzz'), (UNK,))
        self.assertEqual(wordpiece.encode('\u200b'), (UNK,))

    def test_normalising_drops_marks_and_splits_marks_of_punctuation(self):
        self.assertEqual(split_parts(normalise('Ça-v\u0000A')), ['ca', '-', 'va'])

    def test_case_shapes(self):
        for word, shape in {'abc': 'lower', 'Abc': 'title', 'ABC': 'upper', 'aBc': 'mixed', '12': 'digits', '--': 'other',
                            'A': 'capital', 'B52': 'capital', 'iPhone': 'mixed'}.items():
            self.assertEqual(SHAPES[case_shape(word)], shape, word)


if __name__ == '__main__':
    unittest.main()
