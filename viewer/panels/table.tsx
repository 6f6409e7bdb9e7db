// The picture as a table: the same statements, one a row, sorted by any column, narrowed by words, to be copied.
import { useState } from 'preact/hooks';
import { words } from '../language.ts';
import { type Column, setTable } from '../state.ts';
import type { Store } from '../store.ts';
import { COLUMNS, findRows, sortClaims, tableText } from '../table-rows.ts';
import { claimWords } from '../wording.ts';
import { openClaim } from './claim-card.tsx';
import { Tags } from './tags.tsx';
import { copyText } from './take-away.tsx';

const SHOWN_AT_ONCE = 200;

export function Table({ store }: { store: Store }) {
  const { facts } = store;
  const { by, down, find } = store.state.value.table;
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const all = sortClaims(facts, store.shown.value, by, down);
  const rows = findRows(facts, all, find);
  const told = words().table;
  return (
    <section class="page" aria-labelledby="table-heading">
      <h2 id="table-heading">{told.title}</h2>
      <div class="table-head">
        <p class="quiet" role="status">
          {find.trim() === '' ? told.same(rows.length) : told.some(rows.length, all.length)}
        </p>
        <input
          type="text"
          class="field"
          aria-label={told.find}
          placeholder={told.find}
          value={find}
          onInput={(event) => {
            const next = event.currentTarget.value;
            store.change((state) => setTable(state, { find: next }), 'find');
          }}
        />
        <Copy store={store} rows={rows} />
      </div>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              {COLUMNS.map(({ name, numeric }) => (
                <HeadCell key={name} store={store} name={name} numeric={numeric} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map((claim) => (
              <Row key={claim} store={store} claim={claim} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > limit && (
        <button type="button" class="button" onClick={() => setLimit(limit + SHOWN_AT_ONCE)}>
          {told.more(Math.min(SHOWN_AT_ONCE, rows.length - limit), rows.length - limit)}
        </button>
      )}
    </section>
  );
}

function HeadCell({ store, name, numeric }: { store: Store; name: Column; numeric: boolean }) {
  const { by, down } = store.state.value.table;
  const here = by === name;
  return (
    <th scope="col" class={numeric ? 'number' : ''} aria-sort={here ? (down ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        onClick={() => store.change((state) => setTable(state, { by: name, down: here ? !down : numeric }))}
      >
        {words().table.columns[name]}
        <span aria-hidden="true">{here ? (down ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

function Row({ store, claim }: { store: Store; claim: number }) {
  const { claims } = store.facts.payload;
  const told = claimWords(store.facts, claim);
  return (
    <tr class={claims.id[claim] === store.state.value.claim ? 'lit' : ''}>
      <td>{told.subject}</td>
      <td>
        <button type="button" class="link" onClick={() => openClaim(store, claim)}>
          {told.relation}
        </button>{' '}
        <Tags store={store} claim={claim} />
      </td>
      <td>{told.object}</td>
      <td class="number">{claims.derived[claim] === 1 ? '' : claims.independentSources[claim]}</td>
      <td class="number">{claims.documents[claim]?.length ?? 0}</td>
      <td class="number">{words().percent(claims.confidence[claim] ?? 0)}</td>
    </tr>
  );
}

/** All rows, also those not yet listed, with tabs between the cells: a spreadsheet takes them as they are. */
function Copy({ store, rows }: { store: Store; rows: readonly number[] }) {
  const [said, say] = useState('');
  const copy = (): void => {
    copyText(tableText(store.facts, rows)).then(
      () => say(words().table.copied(rows.length)),
      (error: Error) => say(error.message),
    );
  };
  return (
    <>
      <button type="button" class="button" onClick={copy}>
        {words().table.copy}
      </button>
      <span class="quiet" role="status">
        {said}
      </span>
    </>
  );
}
