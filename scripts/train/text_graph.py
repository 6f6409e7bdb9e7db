"""The `text` graph: what the Node program runs. Its outputs are what evaluation scores, in torch and in ONNX alike."""
import torch
from torch import Tensor, nn

from encoder import HEAD_WIDTH, HEADS, WIDTH, Layer
from heads.tree import ARC, LABEL, NEVER
from labels import DEPREL, KINDS, MAX_WIDTH, TYPES
from heads.spans import SIZE as SPAN
from model import TextModel

LABELLED = 4
"""Labels are worked out for so many of the likeliest heads of a word: the whole grid took a tenth of the graph's time, and a
repaired tree hardly ever takes another head."""

LISTED = 0.1
"""A span is listed where 1 - P(none) reaches this; who reads the list sets the bar higher."""

INPUTS = {'pieces': ('windows', 'pieces'), 'shapes': ('windows', 'pieces'), 'words': ('sentences', 'words')}
"""All int32. Windows of one length: none is padded. `words` holds window * pieces + piece of each word's first piece, -1
where a sentence has no more words."""

OUTPUTS = {'upos': ('sentences', 'words'), 'xpos': ('sentences', 'words'), 'arcs': ('sentences', 'words', 'heads'),
           'labels': ('sentences', 'words', 'heads'), 'mentions': ('listed', 3), 'mention_kinds': ('listed', 4),
           'mention_types': ('listed', 12), 'states': ('windows', 'pieces', 384),
           'queries': ('windows', 'pieces', 384), 'keys': ('windows', 'pieces', 384)}
"""int32: upos, xpos (indices), labels (best label for the LABELLED likeliest heads, elsewhere 0; heads = 1 + words, head 0 =
root), mentions (sentence, first word, last word, inclusive; sorted). float32: arcs (log-probabilities over heads), mention_kinds and
mention_types (probabilities), states of the layer of pairs, on which `coreference` and `relations` go on, and the queries and keys of its attention,
from which `relations` works out the rows of mentions."""


def attend(mixed: Tensor, bias: Tensor | None) -> Tensor:
    """Queries, keys and values of all heads [windows, pieces, 1152] → context [windows, pieces, 384], as encoder.Layer does.

    One head at a time: its grid of pieces × pieces stays in the caches of a core, and nothing is transposed."""
    heads = mixed.split(HEAD_WIDTH, -1)
    parts = []
    for query, key, value in zip(heads[:HEADS], heads[HEADS:2 * HEADS], heads[2 * HEADS:]):
        scores = query @ key.transpose(1, 2) * HEAD_WIDTH ** -0.5
        weights = (scores if bias is None else scores + bias).softmax(-1)
        parts.append(weights.to(value.dtype) @ value)
    return torch.cat(parts, -1)


def apply_layer(layer: Layer, states: Tensor, mixed: Tensor, bias: Tensor | None) -> Tensor:
    """As encoder.Layer, one head of attention at a time; mixed = layer.mixed(states) → states [windows, pieces, 384]."""
    states = layer.attended_norm(states + layer.attended(attend(mixed, bias)))
    return layer.outer_norm(states + layer.outer(nn.functional.gelu(layer.inner(states))))


class TextGraph(nn.Module):
    def __init__(self, model: TextModel):
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, shapes: Tensor, words: Tensor, mask: Tensor | None = None) -> tuple[Tensor, ...]:
        """Shapes and types as INPUTS and OUTPUTS say, in that order; `mask` (1 = a piece) where windows are padded."""
        states, paired, mixed = self.encode(pieces.long(), shapes.long(), mask)
        present = words >= 0
        sentences, count = words.shape[0], words.shape[1]
        real = present.reshape(-1).nonzero().squeeze(1)  # [n]; a grid of sentences holds twice as many places as words
        place = (present.reshape(-1).long().cumsum(0) - 1).clamp(min=0)  # of each cell of the grid among the real words
        own = states.reshape(-1, WIDTH).index_select(0, words.reshape(-1).long().index_select(0, real))  # [n, 384]

        def spread(vectors: Tensor) -> Tensor:
            """[n, …] → [s, w, …]; what stands where no word is means nothing."""
            return vectors.index_select(0, place).unflatten(0, (sentences, count))

        upos, xpos = self.model.tags(own)
        arcs = self.score_arcs(own, spread, present.long())
        labels = self.label_likeliest(own, arcs, real, place)
        listed, kinds, types = self.list_mentions(own, spread, present, place)
        return (spread(upos.argmax(-1)).int(), spread(xpos.argmax(-1)).int(), arcs, labels.int(), listed.int(), kinds, types,
                paired.float(), *(part.float() for part in mixed.split(WIDTH, -1)[:2]))

    def encode(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor, Tensor]:
        """→ states of the encoder's last layer and of the layer of pairs [windows, pieces, 384], and queries, keys and values of the latter
        [windows, pieces, 1152]."""
        encoder = self.model.encoder
        order = torch.arange(pieces.shape[1], device=pieces.device)
        states = encoder.norm(encoder.pieces(pieces) + encoder.positions(order) + encoder.shapes(shapes))
        bias = None if mask is None else (1.0 - mask[:, None, :].to(states.dtype)) * -1e4
        for layer in encoder.layers[:-1]:
            states = apply_layer(layer, states, layer.mixed(states), bias)
        last, paired = encoder.layers[-1], self.model.pair_layer
        mixed = paired.mixed(states)
        return apply_layer(last, states, last.mixed(states), bias), apply_layer(paired, states, mixed, bias), mixed

    def score_arcs(self, own: Tensor, spread, present: Tensor) -> Tensor:
        """→ log-probabilities [s, w, 1 + w]; column 0 is the root."""
        tree = self.model.tree
        root = tree.arc_head(tree.root.to(own.dtype)[None]).expand(present.shape[0], 1, ARC)
        heads = torch.cat([root, spread(tree.arc_head(own))], 1)
        scores = spread(tree.arc(tree.arc_dependent(own))) @ heads.transpose(1, 2) * ARC ** -0.5
        absent = torch.cat([torch.zeros_like(present[:, :1]), 1 - present], 1)  # [s, 1 + w]
        return (scores.float() + absent[:, None, :].float() * NEVER).log_softmax(-1)

    def label_likeliest(self, words: Tensor, arcs: Tensor, real: Tensor, place: Tensor) -> Tensor:
        """→ [s, w, 1 + w]."""
        tree = self.model.tree
        sentences, count = arcs.shape[0], arcs.shape[1]
        own = arcs.reshape(-1, 1 + count).index_select(0, real)  # [n, 1 + w]
        wide = nn.functional.pad(own, (0, LABELLED), value=NEVER)  # a sentence may have fewer heads
        chances, heads = wide.topk(LABELLED, -1)  # [n, k]
        likeliest = heads * (chances > NEVER / 2)  # the root stands for what is no head
        first = torch.div(real, count, rounding_mode='floor') * count
        cells = (first[:, None] + likeliest - 1).clamp(min=0)
        left = tree.label(tree.label_dependent(words)).view(-1, len(DEPREL) - 1, LABEL + 1)
        right = tree.label_head(words)
        right = torch.cat([right, torch.ones_like(right[:, :1])], 1)  # the last column of `left` is a bias
        chosen = right.index_select(0, place.index_select(0, cells.reshape(-1))).view(-1, LABELLED, LABEL + 1)
        labels = (left @ chosen.transpose(1, 2)).argmax(1) + 1
        labels = labels * (likeliest > 0)  # what hangs on the root bears no other name
        rows = torch.zeros_like(own, dtype=torch.int64).scatter(1, likeliest, labels)
        grid = torch.zeros_like(arcs, dtype=torch.int64).reshape(-1, 1 + count)
        return grid.index_copy(0, real, rows).view(sentences, count, 1 + count)

    def list_mentions(self, words: Tensor, spread, present: Tensor, place: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """→ cells [n, 3], kinds [n, 4], types [n, 12]. All cells are asked for their kind, the listed ones for their type."""
        spans = self.model.spans
        kinds, count = len(KINDS), present.shape[1]
        first, last = spans.first(words), spans.last(words)
        left = spans.pair(first).unflatten(-1, (kinds + len(TYPES), SPAN + 1))  # [n, 16, 97]
        alone = spans.last_only(last)  # [n, 16]
        order = torch.arange(count, device=words.device)
        widths = (order[None, :] - order[:, None]).clamp(0, MAX_WIDTH)  # [w, w]

        own = spread(left[:, :kinds].flatten(1)).view(-1, count * kinds, SPAN + 1)
        scores = own[:, :, :SPAN] @ spread(last).transpose(1, 2) + own[:, :, SPAN:]
        scores = scores.view(-1, count, kinds, count) + spread(alone[:, :kinds]).transpose(1, 2)[:, None]
        scores = scores.float() + spans.width(widths)[:, :, :kinds].transpose(1, 2)  # [s, w, 4, w]
        chance = 1 - scores.softmax(2)[:, :, 0]  # [s, w, w]
        forward = (order[None, :] >= order[:, None]).to(chance.dtype)
        real = present.to(chance.dtype)
        cells = (chance * forward * real[:, :, None] * real[:, None, :] >= LISTED).nonzero()  # [n, 3]

        sentence, begin, end = cells[:, 0], cells[:, 1], cells[:, 2]
        from_, to = (place.index_select(0, sentence * count + word) for word in (begin, end))
        vectors = left.index_select(0, from_)[:, kinds:]  # [n, 12, 97]
        types = (vectors[:, :, :SPAN] @ last.index_select(0, to)[:, :, None]).squeeze(-1) + vectors[:, :, SPAN]
        types = types + (alone.index_select(0, to) + spans.width((end - begin).clamp(0, MAX_WIDTH)))[:, kinds:]
        return cells, scores[sentence, begin, :, end].softmax(-1), types.float().softmax(-1)
