// How onnxruntime runs our graphs.
import type { InferenceSession } from 'onnxruntime-node';
import { threadCount } from './threads.ts';

/**
 * All cores for one operator at a time. The fused sum and layer norm of onnxruntime 1.30 takes eight times as long as the
 * two apart on a CPU (1.5 ms against 0.2 for 646 pieces), so that fusion is left out. The graphs are shipped as it would
 * fuse them (scripts/train/export.py): to look for that again costs more than the rest of the loading. Its arena of memory keeps 60 MB
 * and saves no time.
 */
export function sessionOptions(): InferenceSession.SessionOptions {
  return {
    intraOpNumThreads: threadCount(),
    interOpNumThreads: 1,
    enableCpuMemArena: false,
    graphOptimizationLevel: 'disabled',
  };
}
