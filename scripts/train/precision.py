"""bf16 where the processor multiplies it, fp32 elsewhere: where it is emulated (AVX2) it was measured 40 times slower."""
import torch

IS_NATIVE: bool = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()


def autocast() -> torch.autocast:
    return torch.autocast('cpu', torch.bfloat16, enabled=IS_NATIVE)
