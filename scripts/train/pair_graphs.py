"""The two graphs of stage 2 that run after `text`: coreference over mentions, relations over entities of one window."""
import torch
from torch import Tensor, nn

from encoder import HEAD_WIDTH, HEADS, WIDTH
from heads.bridges import BRIDGE, MARKS, STEPS, Side, mark_rows
from heads.coreference import FEATURE_SIZE
from heads.coreference import SIZE as PRODUCT
from heads.relations import BLOCK, SIZE, THRESHOLD
from model import TextModel

TABLES = ((0, 1, 3), (2, 4, 5))
"""Features of coreference that share a look-up: one row for each choice of values."""

PARTS = 4
"""Pairs of coreference are scored in so many parts: the vectors of all of them leave the caches of a core."""

COREFERENCE_INPUTS = {'first': ('mentions', 384), 'last': ('mentions', 384), 'kinds': ('mentions',), 'types': ('mentions',),
                      'pairs': ('pairs', 2), 'features': ('pairs', 6)}
"""first, last: float32 rows of `states` at the first and the last piece (inclusive) of each mention; the rest int32.
Mentions may come from several windows: only rows of states are needed."""
COREFERENCE_OUTPUTS = {'links': ('pairs',), 'fresh': ('mentions',)}
"""float32 logits: a mention goes back to the earlier one with the highest link above its fresh score."""

RELATION_INPUTS = {'states': ('pieces', 384), 'queries': ('pieces', 384), 'keys': ('pieces', 384), 'mentions': ('mentions', 2),
                   'entities': ('entities', 'most'), 'types': ('entities',), 'pairs': ('pairs', 2), 'bridges': ('pairs', BRIDGE),
                   'marks': ('pairs', len(MARKS))}
"""One window. states, queries, keys: float32 outputs of `text`; the rest int32: mentions (first and last piece, inclusive),
entities, types and pairs as heads.relations says, bridges and marks as heads.bridges."""
RELATION_OUTPUTS = {'scores': ('pairs', 33)}
"""float32: logit minus threshold logit; the relation holds above 0, sigmoid(score) is its uncalibrated chance."""


class CoreferenceGraph(nn.Module):
    """heads.coreference, but what a feature adds to the hidden layer is looked up instead of multiplied for each pair."""

    def __init__(self, model: TextModel):
        super().__init__()
        self.head = model.coreference

    def forward(self, first: Tensor, last: Tensor, kinds: Tensor, types: Tensor, pairs: Tensor,
                features: Tensor) -> tuple[Tensor, Tensor]:
        head = self.head
        mentions = torch.cat([first, last, head.kinds(kinds.long()), head.types(types.long())], 1)
        sides = head.later(mentions), head.earlier(mentions)
        tables = [self.table(which) for which in TABLES]
        bounds = [pairs.shape[0] * part // PARTS for part in range(PARTS + 1)]
        links = [self.link(sides, tables, pairs[start:end].long(), features[start:end].long())
                 for start, end in zip(bounds, bounds[1:])]
        return torch.cat(links), head.fresh(mentions).squeeze(-1)

    def table(self, which: tuple[int, ...]) -> Tensor:
        """What each choice of values of some features adds to the hidden layer [choices, 96]."""
        sums = torch.zeros(1, self.head.hidden.out_features)
        for feature in which:
            start = PRODUCT + feature * FEATURE_SIZE
            weight = self.head.hidden.weight[:, start:start + FEATURE_SIZE]
            sums = (sums[:, None] + nn.functional.linear(self.head.features[feature].weight, weight)[None]).flatten(0, 1)
        return sums

    def link(self, sides: tuple[Tensor, Tensor], tables: list[Tensor], pairs: Tensor, features: Tensor) -> Tensor:
        """→ [pairs]."""
        head = self.head
        (left, right), (later, earlier) = sides, pairs.unbind(1)
        product = left.index_select(0, later) * right.index_select(0, earlier)  # [p, 160]
        hidden = nn.functional.linear(product, head.hidden.weight[:, :PRODUCT], head.hidden.bias)
        columns = features.unbind(1)
        for which, sums in zip(TABLES, tables):
            row = torch.zeros_like(later)
            for feature in which:
                row = row * head.features[feature].num_embeddings + columns[feature]
            hidden = hidden + sums.index_select(0, row)
        return head.link(nn.functional.gelu(hidden)).squeeze(-1)


class RelationGraph(nn.Module):
    """heads.relations over one window, with the work on pieces and on entities done before they are paired, and what is looked up or summed
    for each pair (words on the way, marks, mentions of an entity) as products with matrices of who has what."""

    def __init__(self, model: TextModel):
        super().__init__()
        self.head = model.relations

    def forward(self, states: Tensor, queries: Tensor, keys: Tensor, mentions: Tensor, entities: Tensor, types: Tensor,
                pairs: Tensor, bridges: Tensor, marks: Tensor) -> Tensor:
        head, between = self.head, self.head.bridges
        first, last = mentions.long().unbind(1)
        vectors = (states.index_select(0, first) + states.index_select(0, last)) / 2
        pooled, spread = pool_entities(vectors, mean_attention(queries, keys, first, last), entities.long())
        kinds = head.types(types.long())
        subject, object_ = pairs.long().unbind(1)
        joint = spread.index_select(0, subject) * spread.index_select(0, object_)  # [p, pieces]
        joint = joint / (joint.sum(1, keepdim=True) + 1e-10)
        told = (bridges[:, :1] >= 0).to(states.dtype)
        marked = torch.zeros(marks.shape[0], sum(MARKS)).scatter(1, mark_rows(marks.long()), 1.0)  # [p, 244]

        def one_side(side: nn.Linear, index: Tensor, way_side: Side, mention: Tensor, way: Tensor) -> Tensor:
            """→ [256, p]."""
            own = own_part(side, pooled, kinds).index_select(0, index) + joint @ context_part(side, states)
            near = way_side.mention(vectors).index_select(0, mention.clamp(min=0).long())
            near = near + shares(way.long(), joint) @ way_side.way(states) + marked @ way_side.marks.weight
            return torch.tanh(own + told * near).t()

        left = one_side(head.subject, subject, between.subject, bridges[:, 0], bridges[:, 2:2 + STEPS])
        right = one_side(head.object, object_, between.object, bridges[:, 1], bridges[:, 2 + STEPS:])
        return self.bilinear(left, right)

    def bilinear(self, left: Tensor, right: Tensor) -> Tensor:
        """[256, p] each → [p, 33]. Block by block: what all 8,192 products of all pairs take, no cache holds. Pairs come last, so that
        long rows are multiplied; the weights stand in front and stay float32, since only a second factor is quantised by columns."""
        bilinear = self.head.bilinear
        logits = bilinear.bias[:, None]
        for start in range(0, SIZE, BLOCK):
            products = left[start:start + BLOCK, None, :] * right[None, start:start + BLOCK, :]
            logits = logits + bilinear.weight[:, start * BLOCK:(start + BLOCK) * BLOCK] @ products.flatten(0, 1)
        return (logits[:THRESHOLD] - logits[THRESHOLD:]).t()


def mean_attention(queries: Tensor, keys: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Attention of mentions to all pieces, averaged over the heads and over the first and the last piece [m, pieces]. One head at a time:
    nothing is transposed."""
    rows, total = torch.cat([first, last]), 0
    for head in range(HEADS):
        columns = slice(head * HEAD_WIDTH, (head + 1) * HEAD_WIDTH)
        total = total + (queries[:, columns].index_select(0, rows) @ keys[:, columns].t() * HEAD_WIDTH ** -0.5).softmax(-1)
    count = first.shape[0]
    return (total[:count] + total[count:]) / (2 * HEADS)


def pool_entities(vectors: Tensor, focus: Tensor, entities: Tensor) -> tuple[Tensor, Tensor]:
    """→ vectors [e, 384] and attention [e, pieces] of entities, as heads.relations takes them together. The exponentials of logsumexp
    are taken once a mention, against the greatest of all mentions: the states are layer-normed, so that none gets lost."""
    count = vectors.shape[0]
    held = torch.zeros(entities.shape[0], count + 1).scatter(1, torch.where(entities >= 0, entities, count), 1.0)[:, :count]  # [e, m]
    most = vectors.amax(0, keepdim=True)
    return (held @ (vectors - most).exp()).log() + most, held / held.sum(1, keepdim=True) @ focus


def shares(way: Tensor, joint: Tensor) -> Tensor:
    """way [p, 6] pieces, -1 = no more → what each piece adds to the mean of those that are there [p, pieces], as `joint`."""
    known = (way >= 0).to(joint.dtype)
    return torch.zeros_like(joint).scatter_add(1, way.clamp(min=0), known / (known.sum(1, keepdim=True) + 1e-6))


def own_part(side: nn.Linear, pooled: Tensor, kinds: Tensor) -> Tensor:
    """What an entity itself adds to its side of any pair [e, 256]."""
    own = nn.functional.linear(pooled, side.weight[:, :WIDTH], side.bias)
    return own + nn.functional.linear(kinds, side.weight[:, 2 * WIDTH:])


def context_part(side: nn.Linear, states: Tensor) -> Tensor:
    """What a piece adds where a pair looks at it [pieces, 256]."""
    return nn.functional.linear(states, side.weight[:, WIDTH:2 * WIDTH])


def coreference_example() -> tuple[Tensor, ...]:
    states = torch.randn(4, 384)
    pairs = torch.tensor([[1, 0], [2, 0], [2, 1], [3, 0], [3, 2]], dtype=torch.int32)
    return states, states + 1, torch.ones(4).int(), torch.zeros(4).int(), pairs, torch.zeros(5, 6).int()


def relation_example() -> tuple[Tensor, ...]:
    mentions = torch.tensor([[1, 2], [3, 3], [5, 6], [1, 1], [4, 5]], dtype=torch.int32)
    entities = torch.tensor([[0, 2], [1, -1], [3, -1], [4, -1]], dtype=torch.int32)
    pairs = torch.tensor([[0, 1], [1, 0], [2, 3]], dtype=torch.int32)
    bridges = torch.full((3, BRIDGE), -1, dtype=torch.int32)
    bridges[:, :3] = torch.tensor([[0, 1, 4], [1, 0, 4], [3, 4, 2]])
    return *torch.randn(3, 7, WIDTH), mentions, entities, torch.zeros(4).int(), pairs, bridges, torch.ones(3, len(MARKS)).int()
