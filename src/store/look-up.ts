// Look-ups by what people type, without reading a table whole; in files older than their index the table is read after all.
import type { Document } from '../model/document.ts';
import type { Decision, Entity } from '../model/graph.ts';
import type { GraphView, StoredGraph } from '../model/graph-view.ts';
import type { DocumentId } from '../model/id.ts';
import { nameKey, nameKeys } from '../model/name-key.ts';
import type { Database } from './database.ts';
import { unpack } from './pack.ts';

type Data = { readonly data: Uint8Array | string };
type LookUps = Pick<StoredGraph, 'entitiesCalled' | 'documentsAt' | 'countDocuments' | 'decisionsOn'>;

/** @param whole The same graph, to read it whole. */
export function makeLookUps(
  database: Database,
  whole: Pick<GraphView, 'entities' | 'decisions' | 'document'>,
): LookUps {
  const isIndexed = (database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0) >= 3;
  const read = <Item>(sql: string, ...values: readonly string[]): Item[] =>
    database.all<Data>(sql, ...values).map(({ data }) => unpack<Item>(database.path, data));
  return {
    entitiesCalled: (name, how) => {
      const wanted = nameKey(name);
      const fits = (key: string): boolean => (how === 'exactly' ? key === wanted : key.includes(wanted));
      if (!isIndexed) return [...whole.entities()].filter((entity) => nameKeys(entity).some(fits));
      const condition = how === 'exactly' ? 'name = ?' : 'instr(name, ?) > 0';
      return read<Entity>(
        `SELECT data FROM entity WHERE id IN (SELECT entity FROM called WHERE ${condition}) ORDER BY id`,
        wanted,
      );
    },
    documentsAt: (place) => {
      const find = (condition: string): Document[] =>
        database
          .all<{ id: DocumentId }>(
            `SELECT DISTINCT document AS id FROM place WHERE ${condition} ORDER BY document`,
            place,
          )
          .flatMap(({ id }) => whole.document(id)?.document ?? []);
      const exact = find('document = ?1 OR source = ?1').slice(0, 1);
      return exact.length > 0 ? exact : find("substr(source, -length(?1) - 1) = '/' || ?1");
    },
    countDocuments: (mentions) =>
      database.get<{ total: number }>(
        'SELECT count(DISTINCT document) AS total FROM mention WHERE id IN (SELECT value FROM json_each(?))',
        JSON.stringify(mentions),
      )?.total ?? 0,
    decisionsOn: (mentions) => {
      const wanted = new Set(mentions);
      if (!isIndexed) return [...whole.decisions()].filter(({ left, right }) => wanted.has(left) || wanted.has(right));
      // A key begins with the left side and a space. CROSS keeps the few before the many.
      return read<Decision>(
        `SELECT data FROM decision WHERE id IN (
           SELECT decision.id FROM json_each(?1) AS own CROSS JOIN decision ON decision.id > own.value || ' ' AND decision.id < own.value || '!'
           UNION SELECT id FROM decision WHERE other IN (SELECT value FROM json_each(?1))
         ) ORDER BY id`,
        JSON.stringify(mentions),
      );
    },
  };
}
