// Where reading begins: the names that the articles use most.
import type { Numbers } from '../src/server/payload.ts';

/** Places of those shown, the most mentioned first, among equals in their order: one pass, no list of all. */
export function mostMentioned(mentions: Numbers, shown: Uint8Array, most: number): readonly number[] {
  const top: number[] = [];
  for (let entity = 0; entity < shown.length; entity += 1) {
    const count = mentions[entity] ?? 0;
    if (shown[entity] !== 1 || (top.length === most && count <= (mentions[top.at(-1) ?? -1] ?? 0))) continue;
    const before = top.findLastIndex((other) => (mentions[other] ?? 0) >= count);
    top.splice(before + 1, 0, entity);
    if (top.length > most) top.pop();
  }
  return top;
}
