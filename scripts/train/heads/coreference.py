"""Which earlier mention a mention goes back to: mention ranking (Lee et al. 2017) with a score for a new entity."""
import torch
from torch import Tensor, nn

from encoder import WIDTH
from labels import KINDS, TYPES
from pair_features import FEATURES

SIZE, HIDDEN, FEATURE_SIZE = 160, 96, 12


class Coreference(nn.Module):
    def __init__(self):
        super().__init__()
        self.kinds = nn.Embedding(len(KINDS), 16)
        self.types = nn.Embedding(len(TYPES), 16)
        inputs = 2 * WIDTH + 32
        self.later = nn.Sequential(nn.Linear(inputs, SIZE), nn.GELU(), nn.Dropout(0.2))
        self.earlier = nn.Sequential(nn.Linear(inputs, SIZE), nn.GELU(), nn.Dropout(0.2))
        self.features = nn.ModuleList(nn.Embedding(size, FEATURE_SIZE) for size in FEATURES.values())
        self.hidden = nn.Linear(SIZE + FEATURE_SIZE * len(FEATURES), HIDDEN)
        self.link = nn.Linear(HIDDEN, 1)
        self.fresh = nn.Sequential(nn.Linear(inputs, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, 1))

    def forward(self, first: Tensor, last: Tensor, kinds: Tensor, types: Tensor, pairs: Tensor,
                features: Tensor) -> tuple[Tensor, Tensor]:
        """first, last [m, 384] states of the first and last piece; kinds, types [m]; pairs [p, 2] (later, earlier
        mention); features [p, 6] of pair_features → link [p] and fresh [m] logits: a mention goes back to the
        earlier one with the highest link above its fresh score, else it is a new entity."""
        mentions = torch.cat([first, last, self.kinds(kinds).to(first.dtype), self.types(types).to(first.dtype)], 1)
        product = self.later(mentions)[pairs[:, 0]] * self.earlier(mentions)[pairs[:, 1]]  # [p, 160]
        known = [embedding(features[:, column]).to(product.dtype) for column, embedding in enumerate(self.features)]
        hidden = nn.functional.gelu(self.hidden(torch.cat([product, *known], 1)))
        return self.link(hidden).squeeze(-1).float(), self.fresh(mentions).squeeze(-1).float()
