"""The text model: one encoder, five heads; words are gathered from windows into sentences before the heads."""
import torch
from torch import Tensor, nn

from encoder import WIDTH, Encoder
from heads.coreference import Coreference
from heads.relations import Relations
from heads.spans import Spans
from heads.tags import Tags
from heads.tree import Tree


STAGE_TWO = ('relations.', 'coreference.')
"""Heads that a checkpoint of stage 1 may lack. They come last, so that the optimiser's state stays in order."""


class TextModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder()
        self.tags = Tags()
        self.tree = Tree()
        self.spans = Spans()
        self.relations = Relations()
        self.coreference = Coreference()
        self.dropout = nn.Dropout(0.1)

    def words(self, states: Tensor, index: Tensor) -> tuple[Tensor, Tensor]:
        """states [windows, pieces, 384], index [sentences, words] = window * pieces + piece of each word's first piece,
        -1 where a sentence has no more words → word states [sentences, words, 384], present [sentences, words] (1, 0)."""
        present = (index >= 0).to(torch.int64)
        flat = states.reshape(-1, WIDTH)
        gathered = flat.index_select(0, (index * present).reshape(-1))
        return gathered.view(index.shape[0], index.shape[1], WIDTH), present

    def relation_logits(self, batch: dict[str, Tensor]) -> Tensor:
        """One batch of pair_batches.collate_relations through encoder and head → [pairs, 34], the last one the threshold."""
        lower, bias = self.encoder.lower(batch['pieces'], batch['shapes'], batch['mask'])
        return self.relations(lower, bias, *(batch[name] for name in (
            'mentions', 'entities', 'types', 'pairs')))
