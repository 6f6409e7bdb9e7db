// A graph written over another is what it would be in a file of its own, and only rows that differ are written.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/model/graph.ts';
import { GraphStore, type Held, openStoredGraph } from '../../src/store/index.ts';
import { connect } from '../../src/store/sqlite.ts';
import { sampleGraph } from '../helpers/sample-graph.ts';

const folder = mkdtempSync(join(tmpdir(), 'stemma-differences-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
const newPath = (): string => join(folder, `graph-${++made}.stemma`);

/** Writes the graph, and gives the number of rows that it took; `held` as a process that wrote the last one would know it. */
function write(path: string, graph: Graph, held: Held | null = null): { readonly rows: number; readonly held: Held } {
  const store = new GraphStore(path);
  let rows = -1;
  try {
    const onRows = (_: number, total: number): void => {
      rows = total;
    };
    const state = store.state();
    expect(store.replace(state, graph, { onRows, held })).toBe(true);
    return { rows, held: { graph, state, mark: store.mark() } };
  } finally {
    store.close();
  }
}

const WORDS = ['quill', 'norland', 'harbour', 'minister', 'said', 'alliance', 'new', 'changed'];

/** All that can be read and found. */
function contents(path: string): unknown {
  const view = openStoredGraph(path);
  try {
    const { counts, model, types } = view;
    const lists = [
      view.documents(),
      view.entities(),
      view.mentions(),
      view.claims(),
      view.conflicts(),
      view.decisions(),
    ];
    return {
      counts,
      model,
      types,
      lists: lists.map((list) => [...list]),
      found: WORDS.map((word) => view.search(word, 100)),
    };
  } finally {
    view.close();
  }
}

function quickCheck(path: string): unknown {
  const connection = connect(path, { readOnly: false });
  const words = () => connection.exec("INSERT INTO words (words) VALUES ('integrity-check')");
  expect(words).not.toThrow();
  const found = connection.prepare('PRAGMA quick_check').get();
  connection.close();
  return found;
}

/** The sample with some rows left out and some changed. */
const variant = fc.infiniteStream(fc.integer({ min: 0, max: 5 })).map((dice): Graph => {
  const some = <Item>(items: readonly Item[], change: (item: Item) => Item): Item[] =>
    items.flatMap((item) => {
      const { value } = dice.next();
      return value === 0 ? [] : [value === 1 ? change(item) : item];
    });
  return {
    ...sampleGraph,
    documents: some(sampleGraph.documents, (record) => ({
      ...record,
      lineage: { copyOf: null, cites: [{ document: null, text: 'New' }] },
    })),
    entities: some(sampleGraph.entities, (entity) => ({ ...entity, name: `${entity.name} changed` })),
    mentions: some(sampleGraph.mentions, (record) => ({ ...record, entity: null })),
    claims: some(sampleGraph.claims, (claim) => ({ ...claim, disputed: !claim.disputed })),
    conflicts: some(sampleGraph.conflicts, (conflict) => ({ ...conflict, reason: 'changed' })),
    decisions: some(sampleGraph.decisions, (decision) => ({ ...decision, score: 0.5 })),
  };
});

describe('a graph written over another', { timeout: 120_000 }, () => {
  it('is what it would be in a file of its own, whether the last one is known or read', () => {
    fc.assert(
      fc.property(fc.array(variant, { minLength: 2, maxLength: 4 }), (graphs) => {
        const [known, read] = [newPath(), newPath()];
        let held: Held | null = null;
        for (const graph of graphs) {
          held = write(known, graph, held).held;
          write(read, graph);
        }
        const alone = newPath();
        write(alone, graphs.at(-1) as Graph);
        expect(contents(known)).toEqual(contents(alone));
        expect(contents(read)).toEqual(contents(alone));
        expect(quickCheck(known)).toMatchObject({ quick_check: 'ok' });
      }),
      { seed: 5, numRuns: 12 },
    );
  });

  it('touches only the rows that differ', () => {
    const path = newPath();
    const { held } = write(path, sampleGraph);
    const [first, ...others] = sampleGraph.entities;
    if (first === undefined) throw new Error('the sample has entities');
    const changed = { ...sampleGraph, entities: [{ ...first, name: 'Changed' }, ...others] };
    expect(write(path, sampleGraph).rows).toBe(0);
    // Another has written since: what was known no longer counts, and the rows are read.
    expect(write(path, changed, held).rows).toBe(1);
    expect(write(path, { ...changed, entities: others }).rows).toBe(1);
  });

  it('believes what it knew only of the very state that it knew', () => {
    const path = newPath();
    const { held } = write(path, sampleGraph);
    const emptied = { ...sampleGraph, claims: [], conflicts: [] };
    write(path, emptied);
    write(path, sampleGraph, held);
    const alone = newPath();
    write(alone, sampleGraph);
    expect(contents(path)).toEqual(contents(alone));
  });

  it('leaves no word of what is gone in the file', () => {
    const path = newPath();
    const [first] = sampleGraph.entities;
    if (first === undefined) throw new Error('the sample has entities');
    write(path, {
      ...sampleGraph,
      entities: [{ ...first, name: 'Zyxomma', aliases: [] }, ...sampleGraph.entities.slice(1)],
    });
    write(path, sampleGraph);
    // The index writes only what a word has more than the one before it.
    expect(readFileSync(path).includes('yxomma')).toBe(false);
  });

  it('reads a file of the first version, and brings it up to date with the next state', () => {
    const path = newPath();
    write(path, sampleGraph);
    const before = contents(path);
    const connection = connect(path, { readOnly: false });
    connection.exec(`
      ALTER TABLE decision RENAME TO newer;
      CREATE TABLE decision (position INTEGER PRIMARY KEY, data TEXT NOT NULL);
      INSERT INTO decision (data) SELECT data FROM newer ORDER BY id;
      DROP TABLE newer;
      ALTER TABLE document DROP COLUMN word;
      ALTER TABLE entity DROP COLUMN word;
      ALTER TABLE claim DROP COLUMN word;
      DELETE FROM meta WHERE key IN ('tally', 'mark');
      PRAGMA user_version = 1`);
    connection.close();
    expect(contents(path)).toEqual(before);
    write(path, sampleGraph);
    expect(contents(path)).toEqual(before);
    expect(write(path, sampleGraph).rows).toBe(0);
  });
});
