"""What lies between the two closest mentions of a pair, for the relation head: the two mentions themselves, the words on the way
up the tree from each to what is above both, and how the two stand to each other.

An entity's vector is of all its mentions, so it does not tell which of them the other stands beside. The way through the tree is
what relations hang on (Bunescu and Mooney 2005; Miwa and Bansal 2016). All weights start at zero: the head is at first what it was without.
"""
import torch
from torch import Tensor, nn

from encoder import WIDTH

STEPS = 6
"""Words on the way up, at most (src/extract/learned-relations/bridges.ts)."""
BRIDGE = 2 + 2 * STEPS
"""Numbers of a pair in `bridges`."""
MARKS = (10, 12, 10, 4, 4, 51, 51, 51, 51)
"""Values of each mark: edges between the two, sentences and order, words between, nearer things of the object's and of the subject's type,
relations to their heads of the subject, of the last word on its way under what is above both, of the object, of the last word on its way."""


class Side(nn.Module):
    """What is added to one side of a pair before its tanh."""

    def __init__(self, size: int):
        super().__init__()
        self.mention = nn.Linear(WIDTH, size, bias=False)
        self.way = nn.Linear(WIDTH, size, bias=False)
        self.marks = nn.Embedding(sum(MARKS), size)
        for part in (self.mention, self.way, self.marks):
            nn.init.zeros_(part.weight)

    def forward(self, states: Tensor, vectors: Tensor, mention: Tensor, way: Tensor, marks: Tensor) -> Tensor:
        """states [pieces, 384], vectors of mentions [m, 384], mention [p], way [p, 6] pieces, -1 = no more, marks [p, 9] rows of
        the table → [p, size]."""
        own = self.mention(vectors).index_select(0, mention.clamp(min=0))
        return own + mean_of(self.way(states), way) + self.marks(marks).sum(1)


def mean_of(rows: Tensor, way: Tensor) -> Tensor:
    """rows [n, size], way [p, 6] → mean of those that are there [p, size], 0 where none is."""
    known = (way >= 0).to(rows.dtype)
    taken = rows.index_select(0, way.clamp(min=0).flatten()).unflatten(0, way.shape)
    return (taken * known[:, :, None]).sum(1) / (known.sum(1, keepdim=True) + 1e-6)


def mark_rows(marks: Tensor) -> Tensor:
    """marks [p, 9], each counted from 0 → rows of the one table of all."""
    starts = [sum(MARKS[:place]) for place in range(len(MARKS))]
    return marks + torch.tensor(starts, dtype=marks.dtype)


class Bridges(nn.Module):
    def __init__(self, size: int):
        super().__init__()
        self.subject, self.object = Side(size), Side(size)

    def forward(self, states: Tensor, vectors: Tensor, bridges: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """bridges [p, 14]: mention of the subject, of the object, six pieces on the way of each → both sides [p, size]. A pair of a
        text without trees has -1 in `bridges` and any mark, and gets zeros."""
        rows = mark_rows(marks)
        told = (bridges[:, :1] >= 0).to(states.dtype)
        return (told * self.subject(states, vectors, bridges[:, 0], bridges[:, 2:2 + STEPS], rows),
                told * self.object(states, vectors, bridges[:, 1], bridges[:, 2 + STEPS:], rows))
