// The page as long as it is open: reads the graph, and reads it anew after a decision, with the picture kept in place.
import { type Signal, signal } from '@preact/signals';
import { openSource } from './api.ts';
import { carryPositions, findGone, type Gone } from './carry-positions.ts';
import { makeDesk } from './desk.ts';
import { makeFacts } from './facts.ts';
import { openPageHistory } from './page-history.ts';
import { keepPositions, loadPositions } from './positions.ts';
import { focusEntity } from './state.ts';
import { makeStore, type Store } from './store.ts';
import { encodeState } from './url-codec.ts';

/** The present store; another one follows each decision. @throws what a person should read where the graph cannot be read. */
export async function openPage(): Promise<Signal<Store>> {
  const history = openPageHistory();
  const source = openSource();
  let gone: Gone = new Map();
  const desk = makeDesk(source.desk, {
    async renew(entities) {
      const before = store.peek();
      const fresh = openSource();
      const facts = makeFacts(await fresh.graph());
      const positions = before.positions && carryPositions(before.facts, before.positions, facts, gone);
      if (before.positions !== null) gone = new Map([...gone, ...findGone(before.facts, before.positions, facts)]);
      const next = makeStore({ source: fresh, history, desk }, facts, positions);
      const [first] = entities.filter((id) => facts.entityPlace.has(id));
      if (first !== undefined) next.replace((state) => focusEntity(state, first));
      store.value = next;
      // The next visit finds the picture as this one left it.
      if (positions !== null) void keepPositions(facts, positions);
    },
    markStep() {
      history.write(encodeState(store.peek().state.peek()), 'new');
      return history.at.peek();
    },
    cross: (way) => history[way](),
  });
  const facts = makeFacts(await source.graph());
  const store = signal(makeStore({ source, history, desk }, facts, await loadPositions(facts)));
  void desk.look();
  return store;
}
