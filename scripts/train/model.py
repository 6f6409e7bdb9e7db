"""The text model: one encoder, five heads, two of which have a last layer of their own; words are gathered from windows into sentences before the heads."""
import torch
from torch import Tensor, nn

from encoder import WIDTH, Encoder, Layer
from heads.coreference import Coreference
from heads.relations import Relations
from heads.spans import Spans
from heads.tags import Tags
from heads.tree import Tree


STAGE_TWO = ('pair_layer.', 'relations.', 'coreference.')
"""What a checkpoint of stage 1 may lack. It comes last, so that the optimiser's state stays in order."""


class TextModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder()
        self.tags = Tags()
        self.tree = Tree()
        self.spans = Spans()
        self.pair_layer = Layer(0.1)
        """Stands beside the encoder's last layer: what pairs of mentions ask is not what trees and names ask."""
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

    def pair_states(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """`pieces`, `shapes`, `mask` [windows, pieces] → states [windows, pieces, 384], attention [windows, 12, pieces, pieces]."""
        return self.pair_layer(*self.encoder.lower(batch['pieces'], batch['shapes'], batch['mask']))

    def relation_logits(self, batch: dict[str, Tensor]) -> Tensor:
        """One batch of pair_batches.collate_relations through encoder and head → [pairs, 34], the last one the threshold."""
        return self.relate(*self.pair_states(batch), batch)

    def relate(self, states: Tensor, attention: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """The same from what pair_states gives."""
        return self.relations(states, attention, *(batch[name] for name in ('mentions', 'entities', 'types', 'pairs')),
                              batch.get('bridges'), batch.get('marks'))
