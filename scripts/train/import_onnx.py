"""Makes a checkpoint from the shipped int8 graphs, so that a later sitting can go on where no fp32 checkpoint was kept.

python import_onnx.py --models data/models --base DIR --out FILE
Weights are scale · (int8 − zero point), float weights are taken as they are; heads whose graph is not there start anew.
The optimiser has no history: it warms up again. Steps, streams and random state start at 0.
"""
import argparse
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from checkpoint import save
from encoder import load_minilm
from export import export_float, graphs
from model import STAGE_TWO, TextModel
from optimiser import make_optimiser


def stored(path: Path) -> dict[str, np.ndarray]:
    """Initialisers by the name they had before quantisation, in float32."""
    values = {one.name: numpy_helper.to_array(one) for one in onnx.load(str(path)).graph.initializer}
    found = {name: value for name, value in values.items() if value.dtype == np.float32}
    for name, value in values.items():
        base = name.removesuffix('_quantized')
        if base == name:
            continue
        scale, zero = values[f'{base}_scale'], values[f'{base}_zero_point']
        if scale.ndim:  # per channel: the last axis of a factor of MatMul has the columns
            shape = [1] * value.ndim
            shape[-1 if value.shape[-1] == scale.size else 0] = scale.size
            scale, zero = scale.reshape(shape), zero.reshape(shape)
        weight = (value.astype(np.float32) - zero.astype(np.float32)) * scale
        name = base.removesuffix('_Transposed')  # a Gemm became a MatMul
        found[name] = weight if name == base else weight.T
    return found


Block = tuple[slice, ...]


def places(model: TextModel, stage: int, folder: Path) -> Iterator[tuple[str, str, str, Block, bool]]:
    """(graph, initialiser, parameter, block of it, transposed): found by value in an export of a model of chance weights."""
    parameters = {name: value.numpy() for name, value in model.state_dict().items()}
    for graph, arguments in graphs(model, stage).items():
        path = folder / f'{graph}.onnx'
        export_float(*arguments, path)
        for initialiser in onnx.load(str(path)).graph.initializer:
            value = numpy_helper.to_array(initialiser)
            for name, own in parameters.items():
                for transposed in (False, True) if value.ndim == 2 else (False,):
                    block = find_block(own, value.T if transposed else value)
                    if block is not None:
                        yield graph, initialiser.name, name, block, transposed
                        break


def find_block(own: np.ndarray, part: np.ndarray) -> Block | None:
    """Where `part` stands in `own`: the graphs of pairs use a weight by blocks of columns."""
    if part.ndim == own.ndim + 1 and part.shape[0] == 1:  # a vector as a row
        part = part[0]
    if part.dtype != own.dtype or part.ndim != own.ndim or part.size == 0 or any(np.array(part.shape) > own.shape):
        return None
    for corner in np.argwhere(own == part.flat[0]):
        block = tuple(slice(start, start + size) for start, size in zip(corner.tolist(), part.shape))
        if np.array_equal(own[block], part):
            return block
    return None


def load_graphs(model: TextModel, models: Path) -> list[str]:
    """Fills the model; returns the parameters that no graph held."""
    stage = 2 if (models / 'relations.onnx').exists() else 1
    for parameter in model.parameters():  # equal ones (zeros, ones) could not be told apart
        torch.nn.init.normal_(parameter)
    state = {name: torch.full_like(value, torch.nan) for name, value in model.state_dict().items()}
    with tempfile.TemporaryDirectory() as folder:
        known = {name: stored(models / f'{name}.onnx') for name in graphs(model, stage)}
        for graph, initialiser, name, block, transposed in places(model, stage, Path(folder)):
            value = known[graph].get(initialiser)
            if value is not None:
                part = state[name][block]
                part.copy_(torch.from_numpy(np.array(value.T if transposed else value)).view(part.shape))
    missing = [name for name, value in state.items() if value.isnan().any()]
    model.load_state_dict({name: value for name, value in state.items() if name not in missing}, strict=False)
    return missing


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--models', required=True, type=Path)
    parser.add_argument('--base', required=True, type=Path)
    parser.add_argument('--out', required=True, type=Path)
    options = parser.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    filled, fresh = TextModel(), TextModel()
    load_minilm(fresh.encoder, str(options.base / 'model.safetensors'))
    missing = load_graphs(filled, options.models)
    wrong = [name for name in missing if not name.startswith(STAGE_TWO)]
    if wrong:
        raise SystemExit(f'No graph holds {wrong}.')
    weights = filled.state_dict() | {name: fresh.state_dict()[name] for name in missing}
    fresh.load_state_dict(weights)
    save(options.out, model=weights, optimiser=make_optimiser(fresh).state_dict(), step=0, tokens=0, seconds=0.0, streams={}, seed=1)
    print(f'{options.out}: {len(weights) - len(missing)} parameters from the graphs, {len(missing)} start anew')
