"""The `text` graph: what the Node program runs. Its outputs are what evaluation scores, in torch and in ONNX alike."""
import torch
from torch import Tensor, nn

from encoder import WIDTH
from heads.tree import NEVER
from labels import KINDS
from model import TextModel

LABELLED = 4
"""Labels are worked out for so many of the likeliest heads of a word: the whole grid took a tenth of the graph's time, and a
repaired tree hardly ever takes another head."""

LISTED = 0.1
"""A span is listed where 1 - P(none) reaches this; who reads the list sets the bar higher."""

INPUTS = {'pieces': ('windows', 'pieces'), 'shapes': ('windows', 'pieces'), 'mask': ('windows', 'pieces'),
          'words': ('sentences', 'words')}
"""All int32. `words` holds window * pieces + piece of each word's first piece, -1 where a sentence has no more words."""

OUTPUTS = {'upos': ('sentences', 'words'), 'xpos': ('sentences', 'words'), 'arcs': ('sentences', 'words', 'heads'),
           'labels': ('sentences', 'words', 'heads'), 'mentions': ('listed', 3), 'mention_kinds': ('listed', 4),
           'mention_types': ('listed', 12), 'states': ('windows', 'pieces', 384),
           'attention': ('windows', 'pieces', 'pieces')}
"""int32: upos, xpos (indices), labels (best label for the LABELLED likeliest heads, elsewhere 0; heads = 1 + words, head 0 =
root), mentions (sentence, first word, last word, inclusive; sorted). float32: arcs (log-probabilities over heads), mention_kinds and
mention_types (probabilities), states of the last layer, attention of the last layer averaged over its 12 heads."""


class TextGraph(nn.Module):
    def __init__(self, model: TextModel):
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        """Shapes and types as INPUTS and OUTPUTS say, in that order."""
        model = self.model
        states, attention = model.encoder(pieces.long(), shapes.long(), mask)
        gathered, present = model.words(states, words.long())
        upos, xpos = model.tags(gathered)
        candidates = model.tree.with_root(gathered)
        arcs = model.tree.arcs(gathered, candidates, present).log_softmax(-1)
        labels = self.label_likeliest(gathered, candidates, arcs, present)
        scores = model.spans(gathered).float()  # [s, 16, w, w]
        listed, kinds, types = self.list_mentions(scores, present)
        return (upos.argmax(-1).int(), xpos.argmax(-1).int(), arcs, labels.int(), listed.int(), kinds, types,
                states.float(), attention.float().mean(1))

    def label_likeliest(self, gathered: Tensor, candidates: Tensor, arcs: Tensor, present: Tensor) -> Tensor:
        """→ [s, w, 1 + w]; padding rows are left out, which are the most where sentences differ in length."""
        sentences, count = gathered.shape[0], gathered.shape[1]
        real = present.reshape(-1).nonzero().squeeze(1)  # [n]
        words = gathered.reshape(-1, WIDTH).index_select(0, real)
        own = arcs.reshape(-1, 1 + count).index_select(0, real)  # [n, 1 + w]
        wide = torch.nn.functional.pad(own, (0, LABELLED), value=NEVER)  # a sentence may have fewer heads
        chances, places = wide.topk(LABELLED, -1)  # [n, k]
        likeliest = places * (chances > NEVER / 2)  # the root stands for what is no head
        first = torch.div(real, count, rounding_mode='floor') * (1 + count)
        labels = self.model.tree.best_labels(words, candidates, first[:, None] + likeliest)
        labels = labels * (likeliest > 0)  # what hangs on the root bears no other name
        rows = torch.zeros_like(own, dtype=torch.int64).scatter(1, likeliest, labels)
        grid = torch.zeros_like(arcs, dtype=torch.int64).reshape(-1, 1 + count)
        return grid.index_copy(0, real, rows).view(sentences, count, 1 + count)

    def list_mentions(self, scores: Tensor, present: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """scores [s, 16, w, w] → cells [n, 3], kinds [n, 4], types [n, 12]."""
        chance = 1 - scores[:, :len(KINDS)].softmax(1)[:, 0]  # [s, w, w]
        order = torch.arange(scores.shape[2], device=scores.device)
        forward = (order[None, :] >= order[:, None]).to(chance.dtype)
        real = present.to(chance.dtype)
        chance = chance * forward * real[:, :, None] * real[:, None, :]
        cells = (chance >= LISTED).nonzero()  # [n, 3]
        chosen = scores.permute(0, 2, 3, 1)[cells[:, 0], cells[:, 1], cells[:, 2]]  # [n, 16]
        return cells, chosen[:, :len(KINDS)].softmax(-1), chosen[:, len(KINDS):].softmax(-1)
