"""Losses of stage 2: adaptive threshold over what is known, and marginal likelihood of the antecedents."""
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from heads.relations import THRESHOLD

NEVER = -1e4


def relation_loss(logits: Tensor, holds: Tensor, known: Tensor) -> Tensor:
    """Adaptive threshold loss of ATLOP, unknown types left out of both parts.

    logits [p, 34] (the last one the threshold), holds and known [p, 33] of 0 and 1 → mean over pairs.
    """
    if logits.shape[0] == 0:
        return logits.sum()
    threshold = logits[:, THRESHOLD:]
    types = logits[:, :THRESHOLD]
    high = torch.cat([types + (1 - holds) * NEVER, threshold], 1)  # those that hold must beat the threshold
    above = -(high.log_softmax(1)[:, :THRESHOLD] * holds).sum(1)
    low = torch.cat([types + (1 - known * (1 - holds)) * NEVER, threshold], 1)  # the threshold must beat the others
    below = -low.log_softmax(1)[:, -1]
    return (above + below).mean()


def coreference_loss(link: Tensor, fresh: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """link [p], fresh [m]. Where all mentions are known: -log P(a right antecedent, or new entity if there is none)
    per mention; where only listed ones are: each pair alone against the fresh score."""
    later, same, listed = batch['pairs'][:, 0], batch['same'], batch['listed']
    losses = []
    if bool(listed.any()):
        alone = link[listed] - fresh[later[listed]]
        losses.append(binary_cross_entropy_with_logits(alone, same[listed]))
    if bool((~listed).any()):
        losses.append(ranking_loss(link[~listed], fresh, later[~listed], same[~listed]))
    return torch.stack(losses).sum() if losses else fresh.sum() * 0


def ranking_loss(link: Tensor, fresh: Tensor, later: Tensor, same: Tensor) -> Tensor:
    """Marginal likelihood (Lee et al. 2017); mean over mentions with a candidate."""
    total = grouped_logsumexp(link, later, fresh, torch.ones_like(fresh))
    has = torch.zeros_like(fresh).index_add(0, later, same) > 0
    right = grouped_logsumexp(link + (1 - same) * NEVER, later, fresh, 1 - has.float())
    active = torch.zeros_like(fresh).index_add(0, later, torch.ones_like(link)) > 0
    return (total - right)[active].mean()


def grouped_logsumexp(link: Tensor, later: Tensor, fresh: Tensor, use_fresh: Tensor) -> Tensor:
    """log(sum of exp over the candidates of each mention, and of its fresh score where use_fresh is 1) → [m]."""
    own = fresh + (1 - use_fresh) * NEVER
    peak = own.detach().scatter_reduce(0, later, link.detach(), 'amax')
    summed = (own - peak).exp().index_add(0, later, (link - peak[later]).exp())
    return peak + summed.log()
