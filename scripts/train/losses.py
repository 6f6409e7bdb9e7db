"""Losses of stage 1, with masks for layers and labels that a corpus leaves open."""
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from labels import KIND_INDEX, KINDS

NAME = KIND_INDEX['name']


def tag_loss(logits: Tensor, gold: Tensor) -> Tensor:
    """logits [s, w, tags], gold [s, w] with -1 = unknown → mean over the known words."""
    return cross_entropy(logits.float().flatten(0, 1), gold.flatten(), ignore_index=-1)


def arc_loss(scores: Tensor, heads: Tensor) -> Tensor:
    """scores [s, w, 1 + w], heads [s, w] (0 = root, -1 = unknown) → mean over the known words."""
    return cross_entropy(scores.flatten(0, 1), heads.flatten(), ignore_index=-1)


def any_of(logits: Tensor, allowed: Tensor) -> Tensor:
    """-log of the weighted probability on the allowed classes; logits [n, c], allowed [n, c] weights 0 … 1 → [n]."""
    wanted = (logits + allowed.clamp(min=1e-30).log()).logsumexp(-1)
    return logits.logsumexp(-1) - wanted


def span_loss(logits: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Sum over cells, per word that has a mention layer.

    logits [s, 16, w, w]. batch: `span_present` [s, w] 1 = word of a sentence with a mention layer; `span_names` [s]
    1 = only names are marked; `cells` [m, 3] (sentence, first, last) of the marked cells with `cell_kinds` [m, 4] and
    `cell_types` [m, 12] (weights of the allowed classes); `ignored` [i, 3] unmarked cells that say nothing.
    An unmarked cell costs -log P(none), or where only names are marked -log(1 - P(name)).
    """
    present = batch['span_present']
    words = present.sum().clamp(min=1)
    kinds = logits[:, :len(KINDS)].float().permute(0, 2, 3, 1)  # [s, w, w, 4]
    total = kinds.logsumexp(-1)  # [s, w, w]
    none = total - kinds[..., 0]
    others = torch.stack([kinds[..., kind] for kind in range(len(KINDS)) if kind != NAME], -1).logsumexp(-1)
    not_name = total - others
    unmarked = torch.where(batch['span_names'][:, None, None] == 1, not_name, none)
    count = present.shape[1]
    upper = torch.ones(count, count, device=logits.device).triu()
    weight = (present[:, :, None] * present[:, None, :]) * upper  # [s, w, w]
    for name in ('cells', 'ignored'):
        sentence, first, last = batch[name].unbind(-1)
        weight[sentence, first, last] = 0
    loss = (unmarked * weight).sum()
    sentence, first, last = batch['cells'].unbind(-1)
    marked = logits[sentence, :, first, last].float()  # [m, 16]
    loss = loss + any_of(marked[:, :len(KINDS)], batch['cell_kinds']).sum()
    loss = loss + any_of(marked[:, len(KINDS):], batch['cell_types']).sum()
    return loss / words
