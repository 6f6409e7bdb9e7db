"""Checkpoints that resume exactly: weights, optimiser, step, order of the data, random state. Written whole or not at all."""
import os
import random
from pathlib import Path

import torch

from model import TextModel


def save(path: Path, **parts: object) -> None:
    """`parts` in the order they come; the file appears under its name only when it is complete."""
    partial = path.with_suffix('.partial')
    torch.save({**parts, 'torch_random': torch.get_rng_state(), 'python_random': random.getstate()}, partial)
    os.replace(partial, path)


def load(path: str | Path) -> dict:
    return torch.load(path, map_location='cpu', weights_only=False)


def restore_random(saved: dict) -> None:
    torch.set_rng_state(saved['torch_random'])
    random.setstate(saved['python_random'])


def load_model(path: str | Path) -> TextModel:
    model = TextModel()
    model.load_state_dict(load(path)['model'], strict=False)
    return model
