// The line below everything: how much of the graph is shown; and, unseen, what a screen reader should say.
import { words } from '../language.ts';
import { setFilter } from '../state.ts';
import type { Store } from '../store.ts';
import { claimWords, shownLine } from '../wording.ts';
import { LanguageSwitch } from './language-switch.tsx';

export function Status({ store }: { store: Store }) {
  const { shown, facts, layout } = store;
  const { unconnected } = store.state.value.filter;
  const apart = unconnected ? 0 : shown.value.unconnected;
  const line = shownLine(
    { entities: shown.value.entityCount, claims: shown.value.claimCount },
    { entities: facts.entityCount, claims: facts.claimCount },
    apart,
    store.nearOnly.value ? (facts.payload.entities.name[store.entity.value] ?? null) : null,
  );
  return (
    <footer class="status">
      <p role="status">{line}</p>
      {apart > 0 && !store.nearOnly.value && (
        <button
          type="button"
          class="link"
          onClick={() => store.change((state) => setFilter(state, { unconnected: true }))}
        >
          {words().status.showThem}
        </button>
      )}
      {layout.value > 0 && layout.value < 1 && <p>{words().status.arranging(layout.value)}</p>}
      <p class="hidden-visually" role="status">
        {announcement(store)}
      </p>
      <p class="origin-line">{facts.payload.title}</p>
      <LanguageSwitch />
    </footer>
  );
}

/** What was just opened, in a sentence. */
function announcement(store: Store): string {
  const { facts } = store;
  const state = store.state.value;
  const { entities, documents } = facts.payload;
  if (state.reading !== null) {
    return words().status.articleOpen(documents.title[facts.documentPlace.get(state.reading.document) ?? -1] ?? '');
  }
  const claim = facts.claimPlace.get(state.claim ?? '') ?? -1;
  if (claim >= 0) {
    const { subject, relation, object } = claimWords(facts, claim);
    return words().status.statementOpen(`${subject} ${relation} ${object}`);
  }
  const name = entities.name[store.entity.value];
  if (name === undefined) return '';
  return words().status.nameOpen(name, facts.claimsOf(store.entity.value).length);
}
