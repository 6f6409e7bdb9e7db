"""Nested mentions as a biaffine score over (first word, last word) (Yu, Bohnet and Poesio 2020), with kind and type.

Each cell holds 4 logits of kind (none, name, nominal, pronoun) and 12 of type; type is read where kind is not none.
"""
import torch
from torch import Tensor, nn

from encoder import WIDTH
from labels import KINDS, MAX_WIDTH, TYPES

SIZE, DROPOUT = 96, 0.2
OUTPUTS = len(KINDS) + len(TYPES)


class Spans(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Sequential(nn.Linear(WIDTH, SIZE), nn.GELU(), nn.Dropout(DROPOUT))
        self.last = nn.Sequential(nn.Linear(WIDTH, SIZE), nn.GELU(), nn.Dropout(DROPOUT))
        self.pair = nn.Linear(SIZE, OUTPUTS * (SIZE + 1))
        self.last_only = nn.Linear(SIZE, OUTPUTS)
        self.width = nn.Embedding(MAX_WIDTH + 1, OUTPUTS)
        nn.init.normal_(self.pair.weight, std=SIZE ** -1.0)
        nn.init.zeros_(self.pair.bias)
        nn.init.zeros_(self.width.weight)
        with torch.no_grad():
            self.last_only.bias[0] = 3.0  # most cells are no mention

    def forward(self, words: Tensor) -> Tensor:
        """words [s, w, 384] → logits [s, 16, w, w], axes (first word, last word); cells with last < first mean nothing."""
        sentences, count = words.shape[0], words.shape[1]
        first, last = self.first(words), self.last(words)
        left = self.pair(first).view(sentences, count, OUTPUTS, SIZE + 1).transpose(1, 2)
        left = left.reshape(sentences, OUTPUTS * count, SIZE + 1)
        scores = left[:, :, :SIZE] @ last.transpose(1, 2) + left[:, :, SIZE:]
        order = torch.arange(count, device=words.device)
        widths = (order[None, :] - order[:, None]).clamp(0, MAX_WIDTH)  # [w, w]
        bias = self.width(widths).permute(2, 0, 1)  # [16, w, w]
        return scores.view(sentences, OUTPUTS, count, count) + bias + self.last_only(last).transpose(1, 2)[:, :, None, :]
