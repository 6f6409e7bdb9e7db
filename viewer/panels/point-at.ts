// Lists point into the picture: the line of a statement lights up while the pointer rests on what tells of it.
import { NOWHERE } from '../look.ts';
import type { Store } from '../store.ts';

/** Handlers for the element that stands for a statement. */
export function pointAt({ facts, pointed }: Store, claim: number) {
  const pair = facts.pairs.of[claim] ?? -1;
  return {
    onPointerEnter: (): void => {
      if (pair >= 0) pointed.value = { ...NOWHERE, pair, claim };
    },
    onPointerLeave: (): void => {
      pointed.value = NOWHERE;
    },
  };
}
