"""Averages the weights of two finished checkpoints of one line of training (model soup; Wortsman et al. 2022).

python average.py --first OLD/final.pt --second NEW/final.pt --share 0.6 --out OUT.pt
`--share` (0 to 1) is how much the second counts. A later sitting that starts from the first ends near enough for this: what the
one learned at the cost of the other comes back in part.
"""
import argparse
from pathlib import Path

import torch

import checkpoint


def average(first: dict[str, torch.Tensor], second: dict[str, torch.Tensor], share: float) -> dict[str, torch.Tensor]:
    """Tensors of the same names; those that are no floats come from the second. ValueError where the names differ."""
    if first.keys() != second.keys():
        raise ValueError(f'not of one model: {sorted(first.keys() ^ second.keys())[:5]}')
    return {name: first[name] * (1 - share) + value * share if value.is_floating_point() else value
            for name, value in second.items()}


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--first', required=True)
    parser.add_argument('--second', required=True)
    parser.add_argument('--share', type=float, default=0.5)
    parser.add_argument('--out', required=True, type=Path)
    options = parser.parse_args()
    old, new = (checkpoint.load_model(path).state_dict() for path in (options.first, options.second))
    saved = checkpoint.load(options.second)
    checkpoint.save(options.out, model=average(old, new, options.share), step=saved['step'], tokens=saved['tokens'])
