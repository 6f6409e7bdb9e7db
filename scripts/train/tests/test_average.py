"""Averages of checkpoints."""
import unittest

import torch

from average import average


class Average(unittest.TestCase):
    def test_weighs_floats_and_keeps_whole_numbers(self):
        first = {'weight': torch.tensor([0.0, 4.0]), 'places': torch.tensor([1, 2])}
        second = {'weight': torch.tensor([10.0, 4.0]), 'places': torch.tensor([3, 4])}
        mixed = average(first, second, 0.6)
        self.assertEqual(mixed['weight'].tolist(), [6.0, 4.0])
        self.assertEqual(mixed['places'].tolist(), [3, 4])

    def test_refuses_another_model(self):
        with self.assertRaises(ValueError):
            average({'weight': torch.zeros(1)}, {'other': torch.zeros(1)}, 0.5)


if __name__ == '__main__':
    unittest.main()
