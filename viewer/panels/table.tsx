// The picture as a table: the same statements, one a row, sorted by any column.
import { useState } from 'preact/hooks';
import type { Store } from '../store.ts';
import { COLUMNS, type Column, sortClaims } from '../table-rows.ts';
import { claimTags, claimWords, count, percent } from '../wording.ts';
import { openClaim } from './claim-card.tsx';

const SHOWN_AT_ONCE = 200;

export function Table({ store }: { store: Store }) {
  const { facts } = store;
  const [sort, setSort] = useState<{ by: Column; down: boolean }>({ by: 'sources', down: true });
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const { claims } = facts.payload;
  const rows = sortClaims(facts, store.shown.value, sort.by, sort.down);
  const chosen = store.state.value.claim;
  return (
    <section class="page" aria-labelledby="table-heading">
      <h2 id="table-heading">Statements</h2>
      <p class="quiet">{count(rows.length, 'statement')}, the same that the picture shows.</p>
      <table>
        <thead>
          <tr>
            {COLUMNS.map(({ name, label, numeric }) => {
              const here = sort.by === name;
              return (
                <th
                  key={name}
                  scope="col"
                  class={numeric ? 'number' : ''}
                  aria-sort={here ? (sort.down ? 'descending' : 'ascending') : 'none'}
                >
                  <button type="button" onClick={() => setSort({ by: name, down: here ? !sort.down : numeric })}>
                    {label}
                    <span aria-hidden="true">{here ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((claim) => {
            const words = claimWords(facts, claim);
            return (
              <tr key={claim} class={claims.id[claim] === chosen ? 'lit' : ''}>
                <td>{words.subject}</td>
                <td>
                  <button type="button" class="link" onClick={() => openClaim(store, claim)}>
                    {words.relation}
                  </button>{' '}
                  {claimTags(facts, claim).map((tag) => (
                    <span key={tag} class={`tag ${tag.split(' ')[0]}`}>
                      {tag}
                    </span>
                  ))}
                </td>
                <td>{words.object}</td>
                <td class="number">{claims.derived[claim] === 1 ? '' : claims.independentSources[claim]}</td>
                <td class="number">{claims.documents[claim]?.length ?? 0}</td>
                <td class="number">{percent(claims.confidence[claim] ?? 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length > limit && (
        <button type="button" class="button" onClick={() => setLimit(limit + SHOWN_AT_ONCE)}>
          Show {Math.min(SHOWN_AT_ONCE, rows.length - limit)} more of {(rows.length - limit).toLocaleString('en')}
        </button>
      )}
    </section>
  );
}
