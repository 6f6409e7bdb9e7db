import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { KnownError } from '../../src/errors.ts';
import { jsonlExporter } from '../../src/export/jsonl.ts';
import type { Graph } from '../../src/model/graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { GraphStore, openStoredGraph } from '../../src/store/index.ts';
import { connect } from '../../src/store/sqlite.ts';
import { exportText } from '../helpers/export-text.ts';
import { sampleGraph, sampleView } from '../helpers/sample-graph.ts';

const folder = mkdtempSync(join(tmpdir(), 'stemma-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
const newPath = (): string => join(folder, `graph-${++made}.stemma`);

function store(graph: Graph, path = newPath()): string {
  const writer = new GraphStore(path);
  try {
    expect(writer.replace(writer.state(), graph)).toBe(true);
  } finally {
    writer.close();
  }
  return path;
}

function read<Result>(path: string, action: (view: ReturnType<typeof openStoredGraph>) => Result): Result {
  const view = openStoredGraph(path);
  try {
    return action(view);
  } finally {
    view.close();
  }
}

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (cause) {
    if (cause instanceof KnownError && cause.hint !== '') return cause.code;
    throw cause;
  }
  return 'no error';
}

describe('a stored graph', () => {
  it('gives back what was stored, in order', async () => {
    const path = store(sampleGraph);
    const view = openStoredGraph(path);
    expect({
      model: view.model,
      documents: [...view.documents()],
      entities: [...view.entities()],
      mentions: [...view.mentions()],
      claims: [...view.claims()],
      conflicts: [...view.conflicts()],
      decisions: [...view.decisions()],
    }).toEqual(sampleGraph);
    expect(view.counts).toEqual(sampleView.counts);
    expect(await exportText(jsonlExporter, view)).toBe(await exportText(jsonlExporter, sampleView));
    view.close();
  });

  it('looks up by id, and finds the claims of an entity and the mentions in a document', () => {
    read(store(sampleGraph), (view) => {
      for (const { id } of sampleGraph.entities) {
        expect(view.entity(id)).toEqual(sampleView.entity(id));
        expect(view.claimsOf(id)).toEqual(sampleView.claimsOf(id));
      }
      for (const { document } of sampleGraph.documents) {
        expect(view.document(document.id)).toEqual(sampleView.document(document.id));
        expect(view.mentionsIn(document.id)).toEqual(sampleView.mentionsIn(document.id));
      }
      for (const { id } of sampleGraph.claims) expect(view.claim(id)).toEqual(sampleView.claim(id));
      for (const { mention } of sampleGraph.mentions) expect(view.mention(mention.id)?.mention).toEqual(mention);
      expect(view.entity('e0' as never)).toBeUndefined();
    });
  });

  it('turns pages of any table', () => {
    const [claim] = sampleGraph.claims;
    if (!claim) throw new Error('the sample has claims');
    const claims = Array.from({ length: 2_500 }, (_, index) => ({
      ...claim,
      id: `c${String(index).padStart(16, '0')}` as typeof claim.id,
    }));
    read(store({ ...sampleGraph, claims }), (view) => expect([...view.claims()]).toEqual(claims));
  });

  it('keeps hostile strings', () => {
    const name = 'a\u0000b \ud800 \u202e "\'; DROP TABLE entity; --';
    const entities = sampleGraph.entities.map((entity) => ({ ...entity, name }));
    read(store({ ...sampleGraph, entities }), (view) => expect([...view.entities()]).toEqual(entities));
  });

  it('shows one state until it is closed, while another is written', () => {
    const path = store(sampleGraph);
    read(path, (view) => {
      store({ ...sampleGraph, entities: [] }, path);
      expect([...view.entities()]).toEqual(sampleGraph.entities);
    });
    read(path, (view) => expect([...view.entities()]).toEqual([]));
  });

  it('is one file that can be copied after it was closed', () => {
    const path = store(sampleGraph);
    const copy = newPath();
    copyFileSync(path, copy);
    read(copy, (view) => expect([...view.claims()]).toEqual(sampleGraph.claims));
  });
});

describe('search', () => {
  const path = store(sampleGraph);
  const find = (words: string, limit?: number) => read(path, (view) => view.search(words, limit));

  it('finds names, quotes and texts, names first', () => {
    const hits = find('Quill');
    expect(hits[0]).toMatchObject({ kind: 'entity', title: 'Ada Quill' });
    expect(new Set(hits.map((hit) => hit.kind))).toEqual(new Set(['entity', 'claim', 'document']));
  });

  it('takes the last word as a beginning, and wants all of the others', () => {
    expect(find('boris ha').map((hit) => hit.title)).toContain('Boris Hale');
    expect(find('bor hale')).toEqual([]);
    expect(find('quill absentword')).toEqual([]);
  });

  it('gives no hits for nothing, and at most as many as wanted', () => {
    for (const empty of ['', '   ', '-', '"', '*']) expect(find(empty)).toEqual([]);
    expect(find('quill', 2)).toHaveLength(2);
    expect(find('quill', 0)).toEqual([]);
  });

  it('reads operators as words', () => {
    for (const words of [
      'C++',
      'a-b',
      "O'Brien",
      'AND',
      'OR NOT',
      'NEAR(a b)',
      'title:x',
      '"',
      'a" OR "b',
      '^x',
      '\u0000',
    ]) {
      expect(find(words)).toEqual([]);
    }
    expect(find('(quill)').length).toBeGreaterThan(0);
  });

  it('does not mind accents', () => {
    const entities = sampleGraph.entities.map((entity) => ({ ...entity, name: 'Zoë Krämer', aliases: [] }));
    const hits = read(store({ ...sampleGraph, entities }), (view) => view.search('zoe kramer'));
    expect(hits.length).toBeGreaterThan(0);
  });
});

describe('a file that is no graph', () => {
  const writers = (path: string) => codeOf(() => new GraphStore(path));
  const readers = (path: string) => codeOf(() => openStoredGraph(path));

  it.each([
    ['text', 'A text that somebody saved under this name. '.repeat(100), 'not-a-graph'],
    ['nothing', '', 'not-a-graph'],
    ['a few letters', 'SQL', 'not-a-graph'],
    ['the start of a header', 'SQLite format 3\u0000', 'not-a-graph'],
  ])('%s', (_, content, code) => {
    const path = newPath();
    writeFileSync(path, content, 'latin1');
    expect([readers(path), writers(path)]).toEqual([code, code]);
    expect(readFileSync(path, 'latin1')).toBe(content);
  });

  it('nothing at all', () => {
    expect(readers(newPath())).toBe('graph-missing');
  });

  it('a folder', () => {
    expect([readers(folder), writers(folder)]).toEqual(['not-a-graph', 'not-a-graph']);
  });

  it('a place in which nothing can be made, and a file in place of a folder', () => {
    const file = newPath();
    writeFileSync(file, 'no folder');
    for (const path of ['/proc/stemma/deep/x.stemma', join(file, 'x.stemma')])
      expect(writers(path)).toBe('write-failed');
    const deep = join(folder, 'not', 'there', 'yet.stemma');
    store(sampleGraph, deep);
    expect(readdirSync(join(folder, 'not', 'there'))).toContain('yet.stemma');
  });

  it('a database of another program', () => {
    const path = newPath();
    const other = connect(path, { readOnly: false });
    other.exec('CREATE TABLE bookmark (url TEXT)');
    other.close();
    expect([readers(path), writers(path)]).toEqual(['not-a-graph', 'not-a-graph']);
  });

  it('a graph of a later format', () => {
    const path = store(sampleGraph);
    const later = connect(path, { readOnly: false });
    later.exec('PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)');
    later.close();
    expect([readers(path), writers(path)]).toEqual(['graph-newer', 'graph-newer']);
  });

  it('a graph that was cut short', () => {
    const whole = store(sampleGraph);
    for (const length of [512, 4_096, 20_000]) {
      const path = newPath();
      copyFileSync(whole, path);
      truncateSync(path, length);
      expect([length, readers(path), writers(path)]).toEqual([length, 'graph-damaged', 'graph-damaged']);
    }
  });

  it('a graph in which bytes were changed is never read wrong without a word', () => {
    const whole = readFileSync(store(sampleGraph));
    const expected = JSON.stringify(sampleGraph.documents);
    for (let page = 1; page * 4_096 < whole.length; page += 1) {
      const path = newPath();
      const bytes = Buffer.from(whole);
      bytes.fill(0xa5, page * 4_096, page * 4_096 + 64);
      writeFileSync(path, bytes);
      const found = codeOf(() => read(path, (view) => expect(JSON.stringify([...view.documents()])).toBe(expected)));
      expect(['no error', 'graph-damaged']).toContain(found);
    }
  });
});

describe('a writer that was stopped without signing off', () => {
  /** Puts a mark as of a dead process into the file, and damage where opening alone does not look. */
  function stopped(damage: boolean): string {
    const path = store(sampleGraph);
    const mark = connect(path, { readOnly: false });
    // Process ids end at 4,194,304 (proc(5)).
    mark.exec(`INSERT INTO session VALUES ('lost', 4194305, '${hostname()}'); PRAGMA wal_checkpoint(TRUNCATE)`);
    const [{ rootpage }] = mark.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'claim_by_object'").all();
    mark.close();
    if (!damage) return path;
    const bytes = readFileSync(path);
    bytes.fill(0xa5, (rootpage - 1) * 4_096, (rootpage - 1) * 4_096 + 64);
    const copy = newPath();
    writeFileSync(copy, bytes);
    return copy;
  }

  it('makes the next one check the pages', () => {
    expect(codeOf(() => openStoredGraph(stopped(true)))).toBe('graph-damaged');
    expect(codeOf(() => new GraphStore(stopped(true)))).toBe('graph-damaged');
  });

  it('is forgotten once they were found whole', () => {
    const path = stopped(false);
    read(path, (view) => expect([...view.claims()]).toEqual(sampleGraph.claims));
    const look = connect(path, { readOnly: false });
    expect(look.prepare('SELECT * FROM session').all()).toEqual([]);
    look.close();
  });

  it('is told from one that is still at work', () => {
    const path = store(sampleGraph);
    const writer = new GraphStore(path);
    read(path, (view) => expect([...view.claims()]).toEqual(sampleGraph.claims));
    const look = connect(path, { readOnly: false });
    expect(look.prepare('SELECT pid FROM session').all()).toEqual([{ pid: process.pid }]);
    look.close();
    writer.close();
  });
});

describe('two writers', () => {
  it('do not overwrite each other: the slower one is told', () => {
    const path = newPath();
    const first = new GraphStore(path);
    const second = new GraphStore(path);
    const before = second.state();
    expect(first.replace(first.state(), sampleGraph)).toBe(true);
    expect(second.replace(before, { ...sampleGraph, entities: [] })).toBe(false);
    expect(second.replace(second.state(), sampleGraph)).toBe(true);
    expect(second.state().generation).toBe(2);
    first.close();
    second.close();
  });

  it('leaves nothing beside a new graph but its log', () => {
    const path = store(sampleGraph);
    const beside = readdirSync(folder).filter((name) => join(folder, name).startsWith(`${path}-new`));
    expect(beside).toEqual([]);
  });
});

describe('the view of a graph in memory', () => {
  it('and the stored one agree', () => {
    read(store(sampleGraph), (view) => expect(view.counts).toEqual(viewGraph(sampleGraph).counts));
  });
});
