// How much hangs on each article alone: what would fall if it and its copies were not believed. Pure, one pass.
import type { Facts } from './facts.ts';

/** By document: claims that stand in it and its copies, and nowhere else. */
export function countAllAlone({ payload }: Facts): readonly number[] {
  const { copyOf } = payload.documents;
  /** The document, what it repeats, what that repeats, and so on. */
  const originals = copyOf.map((_, document) => {
    const chain: number[] = [];
    for (let at = document; at >= 0 && !chain.includes(at); at = copyOf[at] ?? -1) chain.push(at);
    return chain;
  });
  const counts = copyOf.map(() => 0);
  for (const [first, ...others] of payload.claims.documents) {
    if (first === undefined) continue;
    for (const document of originals[first] ?? []) {
      if (others.every((other) => originals[other]?.includes(document))) counts[document] = (counts[document] ?? 0) + 1;
    }
  }
  return counts;
}
