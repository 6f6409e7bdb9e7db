"""A tiny random twin of the `text` graph for unit tests of the Node program: same inputs, outputs and axes, about 60 kB.

python twin.py --out FILE [--seed 1]
It knows nothing; its outputs depend on the pieces of the words alone and are the same on every machine.
"""
import argparse
from pathlib import Path

import torch
from torch import Tensor, nn

from encoder import WIDTH
from export import example, export_float
from labels import DEPREL, KINDS, TYPES, UPOS, XPOS
from text_graph import INPUTS, LISTED, OUTPUTS

SIZE, ROWS = 8, 512


class Twin(nn.Module):
    def __init__(self):
        super().__init__()
        self.pieces = nn.Embedding(ROWS, SIZE)
        self.root = nn.Parameter(torch.randn(SIZE))
        self.upos, self.xpos = nn.Linear(SIZE, len(UPOS)), nn.Linear(SIZE, len(XPOS))
        self.arc, self.label = nn.Linear(SIZE, SIZE), nn.Linear(SIZE, len(DEPREL) - 1)
        self.first, self.last = nn.Linear(SIZE, 16), nn.Linear(SIZE, 16)
        self.states = nn.Linear(SIZE, WIDTH)

    def forward(self, pieces: Tensor, shapes: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        """Shapes and types as text_graph says."""
        vectors = self.pieces((pieces.long() + shapes.long()) % ROWS)  # [windows, pieces, 8]
        present = (words >= 0).long()
        index = words.long() * present
        gathered = vectors.reshape(-1, SIZE).index_select(0, index.reshape(-1)).view(index.shape[0], index.shape[1], SIZE)
        heads = torch.cat([self.root.expand(index.shape[0], 1, SIZE), gathered], 1)
        absent = torch.cat([torch.zeros_like(present[:, :1]), 1 - present], 1).float()
        arcs = (self.arc(gathered) @ heads.transpose(1, 2) - absent[:, None, :] * 1e4).log_softmax(-1)
        labels = (self.label(gathered)[:, :, None, :] + self.label(heads)[:, None, :, :]).argmax(-1) + 1
        labels = torch.cat([torch.zeros_like(labels[:, :, :1]), labels[:, :, 1:]], 2)
        scores = self.first(gathered)[:, :, None, :] + self.last(gathered)[:, None, :, :]  # [s, w, w, 16]
        chance = 1 - scores[..., :len(KINDS)].softmax(-1)[..., 0]
        order = torch.arange(index.shape[1], device=words.device)
        real = present.float()
        chance = chance * (order[None, :] >= order[:, None]).float() * real[:, :, None] * real[:, None, :]
        cells = (chance >= LISTED).nonzero()
        chosen = scores[cells[:, 0], cells[:, 1], cells[:, 2]]
        states = self.states(vectors)
        return (self.upos(gathered).argmax(-1).int(), self.xpos(gathered).argmax(-1).int(), arcs, labels.int(), cells.int(),
                chosen[:, :len(KINDS)].softmax(-1), chosen[:, len(KINDS):len(KINDS) + len(TYPES)].softmax(-1),
                states, states, states)


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--out', required=True, type=Path)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    export_float(Twin(), INPUTS, OUTPUTS, example(), options.out)
