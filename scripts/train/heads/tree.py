"""Deep biaffine dependency parser (Dozat and Manning 2017) over the words of one sentence, a learned root in front."""
import torch
from torch import Tensor, nn

from encoder import WIDTH
from labels import DEPREL

ARC, LABEL, DROPOUT = 256, 96, 0.2  # widths measured in the feasibility study
NEVER = -1e4


def projection(width: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), nn.Dropout(DROPOUT))


class Tree(nn.Module):
    def __init__(self):
        super().__init__()
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.5)
        self.arc_dependent, self.arc_head = projection(ARC), projection(ARC)
        self.label_dependent, self.label_head = projection(LABEL), projection(LABEL)
        self.arc = nn.Linear(ARC, ARC)  # its bias gives each head a prior
        self.label = nn.Linear(LABEL, (len(DEPREL) - 1) * (LABEL + 1))  # `root` is not scored
        nn.init.zeros_(self.arc.bias)
        nn.init.normal_(self.label.weight, std=LABEL ** -1.0)
        nn.init.zeros_(self.label.bias)

    def with_root(self, words: Tensor) -> Tensor:
        """[sentences, words, 384] → [sentences, 1 + words, 384]."""
        root = self.root.to(words.dtype).expand(words.shape[0], 1, WIDTH)
        return torch.cat([root, words], 1)

    def arcs(self, words: Tensor, candidates: Tensor, present: Tensor) -> Tensor:
        """words [s, w, 384], candidates = with_root(words), present [s, w] → logits [s, w, 1 + w]; column 0 is the root."""
        heads = self.arc_head(candidates)
        scores = self.arc(self.arc_dependent(words)) @ heads.transpose(1, 2) * ARC ** -0.5
        absent = torch.cat([torch.zeros_like(present[:, :1]), 1 - present], 1)  # [s, 1 + w]
        return scores.float() + absent[:, None, :].float() * NEVER

    def labels(self, words: Tensor, heads: Tensor) -> Tensor:
        """Labels of given arcs: words, heads [arcs, 384] → logits [arcs, 50]; index 0 is DEPREL[1]."""
        left = self.label(self.label_dependent(words)).view(-1, len(DEPREL) - 1, LABEL + 1)
        right = self.label_head(heads)  # [arcs, 96]
        return (left[:, :, :LABEL] @ right[:, :, None]).squeeze(-1) + left[:, :, LABEL]

    def best_labels(self, words: Tensor, candidates: Tensor, heads: Tensor) -> Tensor:
        """words [n, 384], candidates [s, 1 + w, 384], heads [n, k] rows of the flat candidates → index into DEPREL, never
        the root's [n, k]."""
        left = self.label(self.label_dependent(words)).view(-1, len(DEPREL) - 1, LABEL + 1)
        right = self.label_head(candidates).reshape(-1, LABEL)
        right = torch.cat([right, torch.ones_like(right[:, :1])], 1)  # the last column of `left` is a bias
        chosen = right.index_select(0, heads.reshape(-1)).view(heads.shape[0], heads.shape[1], LABEL + 1)
        return (left @ chosen.transpose(1, 2)).argmax(1) + 1
