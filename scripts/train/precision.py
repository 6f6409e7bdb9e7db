"""bf16 where the processor multiplies it, fp32 elsewhere, since where it is emulated (AVX2) it is many times slower.

python precision.py prints how fast this processor multiplies in each, on one thread.
"""
import time

import torch

IS_NATIVE: bool = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()


def autocast() -> torch.autocast:
    return torch.autocast('cpu', torch.bfloat16, enabled=IS_NATIVE)


def speed(kind: torch.dtype, times: int = 20) -> float:
    """GFLOPS of processor time in products [1536, 384] @ [384, 1536], the shape of a layer's widest."""
    left, right = torch.randn(1536, 384).to(kind), torch.randn(384, 1536).to(kind)
    left @ right  # the first makes room
    started = time.process_time()
    for _ in range(times):
        left @ right
    return 2 * 1536 * 384 * 1536 * times / (time.process_time() - started) / 1e9


if __name__ == '__main__':
    torch.set_num_threads(1)
    for kind in (torch.float32, torch.bfloat16):
        print(f'{kind}: {speed(kind):.1f} GFLOPS{" (used)" if (kind == torch.bfloat16) == IS_NATIVE else ""}')
