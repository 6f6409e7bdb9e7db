// What is found by index is what reading the tables whole would find, also after rows changed and in files older than the index.
import { afterAll, describe, expect, it } from 'vitest';
import { addDecisions } from '../../src/change-graph.ts';
import type { Decision, Entity } from '../../src/model/graph.ts';
import type { StoredGraph } from '../../src/model/graph-view.ts';
import { Database } from '../../src/store/database.ts';
import { openStoredGraph } from '../../src/store/index.ts';
import { storeNames } from '../helpers/named-graph.ts';
import { makeGraphFolder } from '../helpers/run-command.ts';

const folder = makeGraphFolder();
afterAll(() => folder.dispose());

const TEXTS = {
  'north/a.txt': '[Ivo Réndel] came to the mine with [Tova Lindqvist].',
  'north/b.txt': '[Ivo  Rendel] left the mine. [T. Marrow] stayed.',
  'south/a.txt': '[Ivo Réndel] sings. [Tom Marrow] listens.',
};

function withView<Result>(path: string, look: (view: StoredGraph) => Result): Result {
  const view = openStoredGraph(path);
  try {
    return look(view);
  } finally {
    view.close();
  }
}

const namesOf = (entities: readonly Entity[]): string[] => entities.map(({ name }) => name).sort();

/** As files of version 2 have them. */
function makeOlder(path: string): void {
  const database = new Database(path, { readOnly: false });
  database.exec('DROP TABLE called; DROP INDEX decision_by_other; PRAGMA user_version = 2');
  database.close();
}

describe.each(['with its indexes', 'older than they are'])('a graph %s', (age) => {
  const path = folder.at(`${age.replaceAll(' ', '-')}.stemma`);
  storeNames(path, TEXTS);
  if (age.startsWith('older')) makeOlder(path);

  it('finds names without regard to case, accents and spaces, whole or in part', () => {
    withView(path, (view) => {
      expect(namesOf(view.entitiesCalled('ivo  rendel', 'exactly'))).toEqual(['Ivo Réndel']);
      expect(view.entitiesCalled('ivo', 'exactly')).toEqual([]);
      expect(namesOf(view.entitiesCalled('. MARR', 'in part'))).toEqual(['Tom Marrow']);
      expect(namesOf(view.entitiesCalled('o', 'in part'))).toEqual(['Ivo Réndel', 'Tom Marrow', 'Tova Lindqvist']);
      expect(view.entitiesCalled('100 %', 'in part')).toEqual([]);
    });
  });

  it('finds decisions by either side, in their order', () => {
    withView(path, (view) => {
      const all = [...view.decisions()];
      expect(all.length).toBeGreaterThan(0);
      for (const { mentionIds } of view.entities()) {
        const touches = ({ left, right }: Decision) => mentionIds.includes(left) || mentionIds.includes(right);
        expect(view.decisionsOn(mentionIds)).toEqual(all.filter(touches));
      }
      for (const { left, right } of all)
        for (const side of [left, right]) expect(view.decisionsOn([side]).length).toBeGreaterThan(0);
    });
  });

  it('finds documents by source, its end or id, and counts those of mentions', () => {
    withView(path, (view) => {
      const sources = (place: string) => view.documentsAt(place).map(({ source }) => source);
      expect(sources('north/b.txt')).toEqual(['north/b.txt']);
      expect(sources('b.txt')).toEqual(['north/b.txt']);
      expect(sources('a.txt').sort()).toEqual(['north/a.txt', 'south/a.txt']);
      expect(sources('.txt')).toEqual([]);
      expect(sources(view.documentsAt('b.txt')[0]?.id ?? '')).toEqual(['north/b.txt']);
      const [rendel] = view.entitiesCalled('Ivo Rendel', 'exactly');
      expect(view.countDocuments(rendel?.mentionIds ?? [])).toBe(3);
    });
  });

  it('goes with what changes', async () => {
    const [left, right] = withView(path, (view) =>
      ['Tova Lindqvist', 'T. Marrow'].map((name) => view.entitiesCalled(name, 'exactly')[0]?.mentionIds[0]),
    );
    if (!left || !right) throw new Error('two names');
    const same = { left, right, verdict: 'same' as const, score: 1, reasons: [], by: 'person' };
    await addDecisions(path, [same]);
    withView(path, (view) => {
      const [one] = view.entitiesCalled('Tova Lindqvist', 'exactly');
      expect(view.entitiesCalled('t. marrow', 'exactly')).toEqual([one]);
      const found = [...view.entities()].flatMap(({ name }) => view.entitiesCalled(name, 'exactly'));
      expect(found).toHaveLength(view.counts.entities);
    });
  });
});
