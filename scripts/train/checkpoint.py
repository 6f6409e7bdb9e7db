"""Checkpoints that resume exactly: weights, optimiser, step, order of the data, random state. Written whole or not at all."""
import os
import random
from pathlib import Path

import torch

from model import STAGE_TWO, TextModel


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


def load_weights(model: TextModel, saved: dict) -> None:
    """Heads of stage 2 may be missing and then stay as they are, but the layer of pairs starts as the encoder's last; anything
    else must fit."""
    missing, unexpected = model.load_state_dict(saved['model'], strict=False)
    if any(name.startswith('pair_layer.') for name in missing):
        model.pair_layer.load_state_dict(model.encoder.layers[-1].state_dict())
    wrong = [name for name in missing if not name.startswith(STAGE_TWO)]
    if wrong or unexpected:
        raise ValueError(f'checkpoint does not fit the model: missing {wrong}, unexpected {unexpected}')


def load_model(path: str | Path) -> TextModel:
    model = TextModel()
    load_weights(model, load(path))
    return model


def load_optimiser(optimiser: torch.optim.Optimizer, saved: dict) -> None:
    """Group by group and place by place; parameters that are new at the end of a group start without history."""
    own = optimiser.state_dict()
    state = {}
    for mine, theirs in zip(own['param_groups'], saved['optimiser']['param_groups'], strict=True):
        state |= {new: saved['optimiser']['state'][old] for new, old in zip(mine['params'], theirs['params'])
                  if old in saved['optimiser']['state']}
    optimiser.load_state_dict({'state': state, 'param_groups': own['param_groups']})
