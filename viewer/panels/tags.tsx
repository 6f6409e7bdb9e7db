// What a reader must know of a claim before believing it, as small marks beside it.
import type { Store } from '../store.ts';
import { claimTags } from '../wording.ts';

export function Tags({ store, claim }: { store: Store; claim: number }) {
  return (
    <>
      {claimTags(store.facts, claim).map(({ kind, text }) => (
        <span key={kind} class={`tag ${kind}`}>
          {text}
        </span>
      ))}
    </>
  );
}
