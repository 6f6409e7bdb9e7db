// What an entity says, or is told to think, in order of dates: the words, and each place where they stand, which opens the article.
import { useState } from 'preact/hooks';
import { familyOf, SPEECH } from '../claim-facets.ts';
import { words } from '../language.ts';
import type { Store } from '../store.ts';
import { claimWords } from '../wording.ts';
import { Passages, ReadButton } from './claim-card.tsx';
import { Loaded } from './loaded.tsx';
import { Tags } from './tags.tsx';

/** Each asks for its sentences. */
const SHOWN_AT_ONCE = 12;

interface SpeechesProps {
  readonly store: Store;
  readonly entity: number;
  /** SPEECH or THOUGHT. */
  readonly family: string;
}

export function Speeches({ store, entity, family }: SpeechesProps) {
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const list = speechesOf(store, entity, family);
  if (list.length === 0) return null;
  const chosen = store.facts.claimPlace.get(store.state.value.claim ?? '') ?? -1;
  const shown = list.slice(0, Math.max(limit, list.indexOf(chosen) + 1));
  const left = list.length - shown.length;
  return (
    <details open>
      <summary>{family === SPEECH ? words().entity.says(list.length) : words().entity.thinks(list.length)}</summary>
      {shown.map((claim) => (
        <Speech key={claim} store={store} claim={claim} lit={claim === chosen} />
      ))}
      {left > 0 && (
        <button type="button" class="link" onClick={() => setLimit(shown.length + SHOWN_AT_ONCE)}>
          {words().entity.more(Math.min(SHOWN_AT_ONCE, left))}
        </button>
      )}
    </details>
  );
}

/** Those that are shown, the oldest first; without a date they come last. */
function speechesOf({ facts, shown }: Store, entity: number, family: string): readonly number[] {
  const { claims, documents } = facts.payload;
  const dayOf = (claim: number): string =>
    (claims.documents[claim] ?? []).map((document) => documents.publishedAt[document] ?? '~').sort()[0] ?? '~';
  return facts
    .claimsOf(entity)
    .filter((claim) => familyOf(facts.payload, claim) === family && shown.value.claims[claim] === 1)
    .map((claim) => ({ claim, day: dayOf(claim) }))
    .sort((left, right) => (left.day < right.day ? -1 : Number(left.day > right.day)))
    .map(({ claim }) => claim);
}

function Speech({ store, claim, lit }: { store: Store; claim: number; lit: boolean }) {
  const id = store.facts.payload.claims.id[claim] ?? '';
  const { relation, object } = claimWords(store.facts, claim);
  return (
    <article class={`claim speech${lit ? ' lit' : ''}`} data-claim={id}>
      <h3>
        <Tags store={store} claim={claim} />
        {relation !== 'say' && <em>{relation}</em>}
      </h3>
      <blockquote dir="auto">{object}</blockquote>
      <Loaded id={id} load={() => store.source.claim(id)}>
        {(payload) => (
          <Passages payload={payload}>
            {(evidence) => <ReadButton store={store} claim={claim} evidence={evidence} />}
          </Passages>
        )}
      </Loaded>
    </article>
  );
}
