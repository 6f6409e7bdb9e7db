// The line below everything: how much of the graph is shown; and, unseen, what a screen reader should say.
import { setFilter } from '../state.ts';
import type { Store } from '../store.ts';
import { claimWords, count, percent, shownLine } from '../wording.ts';

export function Status({ store }: { store: Store }) {
  const { shown, facts, layout } = store;
  const { unconnected } = store.state.value.filter;
  const apart = unconnected ? 0 : shown.value.unconnected;
  const line = shownLine(
    { entities: shown.value.entityCount, claims: shown.value.claimCount },
    { entities: facts.entityCount, claims: facts.claimCount },
    apart,
  );
  return (
    <footer class="status">
      <p role="status">{line}</p>
      {apart > 0 && (
        <button
          type="button"
          class="link"
          onClick={() => store.change((state) => setFilter(state, { unconnected: true }))}
        >
          Show them
        </button>
      )}
      {layout.value > 0 && layout.value < 1 && <p>Arranging the picture, {percent(layout.value)}</p>}
      <p class="hidden-visually" role="status">
        {announcement(store)}
      </p>
      <p class="origin-line">{facts.payload.title}</p>
    </footer>
  );
}

/** What was just opened, in a sentence. */
function announcement(store: Store): string {
  const { facts } = store;
  const state = store.state.value;
  const { entities, documents } = facts.payload;
  if (state.reading !== null) {
    return `Article open: ${documents.title[facts.documentPlace.get(state.reading.document) ?? -1] ?? ''}`;
  }
  const claim = facts.claimPlace.get(state.claim ?? '') ?? -1;
  if (claim >= 0) {
    const { subject, relation, object } = claimWords(facts, claim);
    return `Statement open: ${subject} ${relation} ${object}`;
  }
  const name = entities.name[store.entity.value];
  if (name === undefined) return '';
  return `${name}: ${count(facts.claimsOf[store.entity.value]?.length ?? 0, 'statement')}`;
}
