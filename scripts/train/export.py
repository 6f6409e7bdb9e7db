"""Exports the text model: torch checkpoint → ONNX (opset 17) → int8 per channel → optimised for loading.

python export.py --checkpoint FILE --vocabulary FILE --out data/models [--stage 2] [--keep-float DIR]
Writes text.onnx and vocab.txt; from stage 2 on also coreference.onnx and relations.onnx. Per channel costs nothing, per tensor 1–2.6 points; embeddings in int8 cost nothing
(feasibility study, §5).
"""
import argparse
import shutil
import tempfile
from pathlib import Path

import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from checkpoint import load_model
from model import TextModel
from pair_graphs import (COREFERENCE_INPUTS, COREFERENCE_OUTPUTS, RELATION_INPUTS, RELATION_OUTPUTS, CoreferenceGraph,
                         RelationGraph, coreference_example, relation_example)
from text_graph import INPUTS, OUTPUTS, TextGraph


def example() -> tuple[torch.Tensor, ...]:
    """Two windows, three sentences, one of them with a missing word: enough to keep every axis dynamic."""
    pieces = torch.randint(1000, 20000, (2, 9), dtype=torch.int32)
    words = torch.tensor([[1, 2, 3, 5], [6, 7, -1, -1], [10, 11, 12, -1]], dtype=torch.int32)
    return pieces, torch.zeros_like(pieces), words


Sizes = dict[str, tuple[str | int, ...]]


def dynamic_axes(sizes: Sizes) -> dict[str, dict[int, str]]:
    return {name: {axis: size for axis, size in enumerate(axes) if isinstance(size, str)} for name, axes in sizes.items()}


def export_float(graph: torch.nn.Module, inputs: Sizes, outputs: Sizes, values: tuple[torch.Tensor, ...], path: Path) -> None:
    torch.onnx.export(graph.eval(), values, str(path), dynamo=False, opset_version=17, input_names=list(inputs),
                      output_names=list(outputs), dynamic_axes=dynamic_axes({**inputs, **outputs}))
    onnx.checker.check_model(str(path))


def quantise(source: Path, target: Path) -> None:
    """Seven bits of eight are used (`reduce_range`): processors without VNNI add pairs of products in 16 bits, which
    eight bits overflow. It cost nothing on the dev files, and all processors compute the same sums."""
    quantize_dynamic(str(source), str(target), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
                     op_types_to_quantize=['MatMul', 'Gemm', 'Gather'])


def optimise(source: Path, target: Path) -> None:
    """Saves the graph as onnxruntime would fuse it, so that no session has to (two thirds of the time that loading takes). Only fusions
    that hold for every processor; that of sum and layer norm is slower (src/onnx/session-options.ts), and weights are not folded into
    others, so that import_onnx.py finds them."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(target)
    options.log_severity_level = 3  # it warns that such a file suits one machine; that is so above this level
    onnxruntime.InferenceSession(str(source), options, providers=['CPUExecutionProvider'],
                                 disabled_optimizers=['SkipLayerNormFusion', 'ConstantFolding'])


def graphs(model: TextModel, stage: int) -> dict[str, tuple]:
    """Name of the file → arguments of export_float but the path."""
    result = {'text': (TextGraph(model), INPUTS, OUTPUTS, example())}
    if stage == 2:
        result['coreference'] = (CoreferenceGraph(model), COREFERENCE_INPUTS, COREFERENCE_OUTPUTS, coreference_example())
        result['relations'] = (RelationGraph(model), RELATION_INPUTS, RELATION_OUTPUTS, relation_example())
    return result


def export(model: TextModel, stage: int, out: Path, exact: Path) -> list[Path]:
    """int8 graphs into `out`, fp32 twins into `exact`."""
    written = []
    for name, (graph, inputs, outputs, values) in graphs(model, stage).items():
        export_float(graph, inputs, outputs, values, exact / f'{name}.onnx')
        quantise(exact / f'{name}.onnx', exact / f'{name}.int8.onnx')
        optimise(exact / f'{name}.int8.onnx', out / f'{name}.onnx')
        written.append(out / f'{name}.onnx')
    return written


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--checkpoint', required=True)
    parser.add_argument('--vocabulary', required=True, type=Path)
    parser.add_argument('--out', required=True, type=Path)
    parser.add_argument('--stage', type=int, choices=(1, 2), default=1)
    parser.add_argument('--keep-float', type=Path, help='folder that keeps the fp32 graphs')
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        files = export(load_model(options.checkpoint), options.stage, options.out, options.keep_float or Path(folder))
    shutil.copyfile(options.vocabulary, options.out / 'vocab.txt')
    for path in (*files, options.out / 'vocab.txt'):
        print(f'{path}  {path.stat().st_size / 1e6:.1f} MB')
