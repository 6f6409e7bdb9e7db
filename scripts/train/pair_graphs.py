"""The two graphs of stage 2 that run after `text`: coreference over mentions, relations over entities of one batch."""
import torch
from torch import Tensor, nn

from heads.relations import THRESHOLD
from model import TextModel

COREFERENCE_INPUTS = {'first': ('mentions', 384), 'last': ('mentions', 384), 'kinds': ('mentions',), 'types': ('mentions',),
                      'pairs': ('pairs', 2), 'features': ('pairs', 6)}
"""first, last: float32 rows of `states` at the first and the last piece (inclusive) of each mention; the rest int32.
Mentions may come from several windows: only rows of states are needed."""
COREFERENCE_OUTPUTS = {'links': ('pairs',), 'fresh': ('mentions',)}
"""float32 logits: a mention goes back to the earlier one with the highest link above its fresh score."""

RELATION_INPUTS = {'states': ('windows', 'pieces', 384), 'attention': ('windows', 'pieces', 'pieces'),
                   'mentions': ('mentions', 3), 'entities': ('entities', 'most'), 'types': ('entities',), 'pairs': ('pairs', 2)}
"""states, attention: float32 outputs of `text`, as they are; the rest int32 as heads.relations says."""
RELATION_OUTPUTS = {'scores': ('pairs', 33)}
"""float32: logit minus threshold logit; the relation holds above 0, sigmoid(score) is its uncalibrated chance."""


class CoreferenceGraph(nn.Module):
    def __init__(self, model: TextModel):
        super().__init__()
        self.head = model.coreference

    def forward(self, first: Tensor, last: Tensor, kinds: Tensor, types: Tensor, pairs: Tensor,
                features: Tensor) -> tuple[Tensor, Tensor]:
        return self.head(first, last, kinds.long(), types.long(), pairs.long(), features.long())


class RelationGraph(nn.Module):
    def __init__(self, model: TextModel):
        super().__init__()
        self.head = model.relations

    def forward(self, states: Tensor, attention: Tensor, mentions: Tensor, entities: Tensor, types: Tensor,
                pairs: Tensor) -> Tensor:
        logits = self.head(states, attention, mentions.long(), entities.long(), types.long(), pairs.long())
        return logits[:, :THRESHOLD] - logits[:, THRESHOLD:]


def coreference_example() -> tuple[Tensor, ...]:
    states = torch.randn(4, 384)
    pairs = torch.tensor([[1, 0], [2, 0], [2, 1], [3, 0], [3, 2]], dtype=torch.int32)
    return states, states + 1, torch.ones(4).int(), torch.zeros(4).int(), pairs, torch.zeros(5, 6).int()


def relation_example() -> tuple[Tensor, ...]:
    attention = torch.rand(2, 7, 7).softmax(-1)
    mentions = torch.tensor([[0, 1, 2], [0, 3, 3], [0, 5, 6], [1, 1, 1], [1, 4, 5]], dtype=torch.int32)
    entities = torch.tensor([[0, 2], [1, -1], [3, -1], [4, -1]], dtype=torch.int32)
    pairs = torch.tensor([[0, 1], [1, 0], [2, 3]], dtype=torch.int32)
    return torch.randn(2, 7, 384), attention, mentions, entities, torch.zeros(4).int(), pairs
