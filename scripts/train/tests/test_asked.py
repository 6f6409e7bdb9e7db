"""Windows as run time asks about them: what is known of their pairs, and their batches."""
import random
import unittest

from labels import RELATION_INDEX, RELATIONS
from news_annotations import bits
from run_time_pairs import collate_asked, read_window

MEMBER, LOCATED, MET = (RELATION_INDEX[name] for name in ('MEMBER_OF', 'LOCATED_IN', 'MET_WITH'))
ALL = list(range(len(RELATIONS)))


def line(file: str, *asked: list) -> dict:
    """Two entities of one mention, one of two; nine pieces."""
    between = [own for left, right, *_ in asked for own in ([0, 1, 2, 3][left], [0, 1, 3][right], 5, *[-1] * 5, *[-1] * 6)]
    return {'bridges': between, 'marks': [1] * 9 * len(asked), 'file': file, 'id': 'a', 'pieces': [101, *range(1000, 1007), 102], 'shapes': [0] * 9,
            'mentions': [1, 2, 4, 4, 6, 6, 7, 7], 'sizes': [1, 2, 1], 'types': [0, 1, 2], 'asked': list(asked)}


def without(*types: int) -> list[int]:
    return [index for index in ALL if index not in types]


class Asked(unittest.TestCase):
    def test_entities_take_their_mentions_in_order(self):
        window = read_window(line('redocred-train', [0, 1, [MEMBER], [MET], 1]))
        self.assertEqual(window.entities, [[0], [1, 2], [3]])
        self.assertEqual(window.mentions, [(1, 2), (4, 4), (6, 6), (7, 7)])
        self.assertEqual((window.holds, window.known), ([1 << MEMBER], [1 << MEMBER | 1 << MET]))

    def test_a_pair_of_which_nothing_is_known_is_left_out(self):
        self.assertEqual(read_window(line('redocred-train', [0, 1, [], [], 1])).pairs, [])

    def test_in_news_what_is_like_a_stated_type_is_no_negative(self):
        window = read_window(line('news-train', [0, 1, [MEMBER], without(MEMBER), 1]))
        self.assertTrue(window.known[0] & bits('MEMBER_OF', 'MET_WITH') == bits('MEMBER_OF', 'MET_WITH'))
        self.assertFalse(window.known[0] & bits('WORKS_FOR', 'LEADS'))

    def test_in_news_a_place_without_a_common_sentence_is_no_negative(self):
        near, far = (read_window(line('news-train', [0, 1, [], ALL, near])).known[0] for near in (1, 0))
        self.assertEqual(near ^ far, bits('LOCATED_IN', 'BASED_IN', 'CITIZEN_OF'))

    def test_a_batch_counts_entities_and_mentions_over_its_windows(self):
        first = read_window(line('redocred-train', [0, 1, [MEMBER], [MET], 1], [2, 0, [], [LOCATED], 1]))
        batch = collate_asked([first, first])
        self.assertEqual(batch['pairs'].tolist(), [[0, 1], [2, 0], [3, 4], [5, 3]])
        self.assertEqual(batch['entities'].tolist(), [[0, -1], [1, 2], [3, -1], [4, -1], [5, 6], [7, -1]])
        self.assertEqual(batch['mentions'][5].tolist(), [1, 4, 4])
        self.assertEqual((batch['holds'].sum().item(), batch['known'].sum().item()), (2, 6))
        self.assertEqual(tuple(batch['mask'].shape), (2, 9))

    def test_what_lies_between_counts_mentions_and_pieces_over_the_batch(self):
        first = read_window(line('redocred-train', [0, 1, [], [], 1], [2, 0, [MEMBER], [MET], 1]))
        batch = collate_asked([first, first])
        self.assertEqual(batch['bridges'][:, :4].tolist(), [[2, 0, 5, -1], [6, 4, 14, -1]])
        self.assertEqual(tuple(batch['marks'].shape), (2, 9))

    def test_worn_entities_keep_a_mention(self):
        window = read_window(line('redocred-train', [0, 1, [MEMBER], [MET], 1]))
        batches = [collate_asked([window], random.Random(seed)) for seed in range(40)]
        self.assertEqual({int((batch['entities'][1] >= 0).sum()) for batch in batches}, {1, 2})
        self.assertTrue(all((batch['entities'] >= 0).any(1).all() for batch in batches))


if __name__ == '__main__':
    unittest.main()
