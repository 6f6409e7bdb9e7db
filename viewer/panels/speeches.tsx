// What an entity says, or is told to think, in order of dates: the words, and each place where they stand, which opens the article.
import { SPEECH } from '../claim-facets.ts';
import { words } from '../language.ts';
import type { Store } from '../store.ts';
import { claimWords } from '../wording.ts';
import { Passages, ReadButton } from './claim-card.tsx';
import { Loaded } from './loaded.tsx';
import { inOrderOfDates, ShortList } from './short-list.tsx';
import { Tags } from './tags.tsx';

interface SpeechesProps {
  readonly store: Store;
  readonly entity: number;
  /** SPEECH or THOUGHT. */
  readonly family: string;
}

export function Speeches({ store, entity, family }: SpeechesProps) {
  const claims = inOrderOfDates(store, entity, family);
  const { says, thinks } = words().entity;
  return (
    <ShortList store={store} heading={(family === SPEECH ? says : thinks)(claims.length)} claims={claims}>
      {(claim, lit) => <Speech key={claim} store={store} claim={claim} lit={lit} />}
    </ShortList>
  );
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
