"""Typed relations between entities of one window: ATLOP (Zhou et al. 2021), localised context and adaptive threshold.

entity = logsumexp over its mentions (mean of first and last piece); context of a pair = states weighted by the product
of the two entities' attention in the layer of pairs (heads averaged first: 12 times less memory).
"""
import torch
from torch import Tensor, nn

from encoder import WIDTH
from heads.bridges import Bridges
from labels import RELATIONS, TYPES

SIZE, BLOCK, TYPE_SIZE = 256, 32, 16
THRESHOLD = len(RELATIONS)  # its index in the logits


class Relations(nn.Module):
    def __init__(self):
        super().__init__()
        self.types = nn.Embedding(len(TYPES), TYPE_SIZE)
        self.subject = nn.Linear(2 * WIDTH + TYPE_SIZE, SIZE)
        self.object = nn.Linear(2 * WIDTH + TYPE_SIZE, SIZE)
        self.bridges = Bridges(SIZE)
        self.dropout = nn.Dropout(0.1)
        self.bilinear = nn.Linear(SIZE * BLOCK, len(RELATIONS) + 1)

    def forward(self, states: Tensor, attention: Tensor, mentions: Tensor, entities: Tensor, types: Tensor,
                pairs: Tensor, bridges: Tensor | None = None, marks: Tensor | None = None) -> Tensor:
        """states [windows, pieces, 384] and attention [windows, 12, pieces, pieces] of the layer of pairs; mentions [m, 3] (window, first
        piece, last piece, inclusive); entities [e, k] rows of `mentions`, -1 = no more; types [e];
        pairs [p, 2] (subject, object) entities of one window; bridges [p, 14] and marks [p, 9] as heads.bridges takes them (pieces
        counted over all windows), None where the text has no tree → logits [p, 34], the last one the threshold."""
        vectors, focus = self.mentions(states, attention.mean(1), mentions)
        known = (entities >= 0)
        index = entities.clamp(min=0)
        absent = (1 - known.to(vectors.dtype))[:, :, None] * -1e4
        pooled = (vectors[index] + absent).logsumexp(1)  # [e, 384]
        share = known.to(focus.dtype) / known.sum(1, keepdim=True).to(focus.dtype)  # [e, k]
        spread = (focus[index] * share[:, :, None]).sum(1)  # [e, windows * pieces]
        subject, object_ = pairs[:, 0], pairs[:, 1]
        joint = spread[subject] * spread[object_]
        joint = joint / (joint.sum(1, keepdim=True) + 1e-10)
        context = joint.to(states.dtype) @ states.reshape(-1, WIDTH)  # [p, 384]
        kinds = self.types(types)
        left = self.subject(torch.cat([pooled[subject].to(context.dtype), context, kinds[subject].to(context.dtype)], 1))
        right = self.object(torch.cat([pooled[object_].to(context.dtype), context, kinds[object_].to(context.dtype)], 1))
        if bridges is not None:
            own, other = self.bridges(states.reshape(-1, WIDTH), vectors.to(states.dtype), bridges, marks)
            left, right = left + own, right + other
        left, right = torch.tanh(left), torch.tanh(right)
        blocks = left.view(-1, SIZE // BLOCK, BLOCK, 1) * right.view(-1, SIZE // BLOCK, 1, BLOCK)
        return self.bilinear(self.dropout(blocks.reshape(-1, SIZE * BLOCK))).float()

    @staticmethod
    def mentions(states: Tensor, attention: Tensor, mentions: Tensor) -> tuple[Tensor, Tensor]:
        """→ vectors [m, 384] and attention over all pieces of the batch [m, windows * pieces], 0 in other windows."""
        window, first, last = mentions[:, 0], mentions[:, 1], mentions[:, 2]
        vectors = (states[window, first] + states[window, last]).float() / 2
        rows = (attention[window, first] + attention[window, last]).float() / 2  # [m, pieces]
        order = torch.arange(attention.shape[0], device=states.device)
        own = (window[:, None] == order[None, :]).to(rows.dtype)  # [m, windows]
        return vectors, (own[:, :, None] * rows[:, None, :]).reshape(-1, attention.shape[0] * attention.shape[1])
