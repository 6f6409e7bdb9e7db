"""Part of speech of words: universal (UPOS) and Penn tags (XPOS), each one linear layer."""
from torch import Tensor, nn

from encoder import WIDTH
from labels import UPOS, XPOS


class Tags(nn.Module):
    def __init__(self):
        super().__init__()
        self.upos = nn.Linear(WIDTH, len(UPOS))
        self.xpos = nn.Linear(WIDTH, len(XPOS))

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """words [sentences, words, 384] → [sentences, words, 17], [sentences, words, 49] logits."""
        return self.upos(words), self.xpos(words)
