"""AdamW with a rate that falls from the top layer of the encoder to its embeddings, and the schedule of the rate."""
import time

import torch

from encoder import LAYERS

ENCODER_RATE, HEAD_RATE, LAYER_DECAY, WEIGHT_DECAY = 2e-4, 1e-3, 0.85, 0.01  # feasibility study, §1
WARM_UP_STEPS = 40
CLIP = 2.0


def make_optimiser(model: torch.nn.Module) -> torch.optim.AdamW:
    """One group per depth; case shapes and heads start from nothing and take the high rate."""
    depth = {f'encoder.layers.{index}.': LAYERS - index for index in range(LAYERS)} | {'pair_layer.': 1}
    groups: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        below = next((count for prefix, count in depth.items() if name.startswith(prefix)), LAYERS + 1)
        fresh = below > LAYERS and (not name.startswith('encoder.') or name.startswith('encoder.shapes'))
        rate = HEAD_RATE if fresh else ENCODER_RATE * LAYER_DECAY ** (below - 1)
        groups.setdefault(rate, []).append(parameter)
    return torch.optim.AdamW([{'params': parameters, 'lr': rate, 'peak': rate} for rate, parameters in groups.items()],
                             betas=(0.9, 0.98), weight_decay=WEIGHT_DECAY, fused=True)


def rate_factor(step: int, finish_at: float | None, decay_seconds: float) -> float:
    """Warm-up by steps, then 1; with `finish_at` (seconds since 1970) linear to 0 over the last `decay_seconds`."""
    warm = min(1.0, (step + 1) / WARM_UP_STEPS)
    if finish_at is None:
        return warm
    return warm * min(1.0, max(0.0, (finish_at - time.time()) / decay_seconds))


def set_rate(optimiser: torch.optim.AdamW, factor: float) -> None:
    for group in optimiser.param_groups:
        group['lr'] = group['peak'] * factor
