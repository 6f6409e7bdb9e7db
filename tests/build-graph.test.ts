import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  addDecisions,
  type BuildOptions,
  type BuildSummary,
  buildGraph,
  openGraph,
  type ProgressEvent,
  removeDocument,
  undoDecisions,
} from '../src/build-graph.ts';
import { KnownError } from '../src/errors.ts';
import type { Decision, Graph } from '../src/model/graph.ts';
import type { StoredGraph } from '../src/model/graph-view.ts';
import { GraphStore } from '../src/store/index.ts';
import { ARTICLES, type ArticleFolder, makeArticleFolder } from './helpers/article-folder.ts';
import { exportJsonl } from './helpers/export-text.ts';

const jsonl = (graphPath: string): Promise<string> => exportJsonl(graphPath, openGraph);

// Real extraction, on machines that do other things at the same time.
vi.setConfig({ testTimeout: 30_000 });

/** The extractor and its weights are loaded here, not on the time of the first test. */
beforeAll(async () => {
  await build(newFolder());
}, 60_000);

const folders: ArticleFolder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.dispose();
});

function newFolder(articles = ARTICLES): ArticleFolder {
  const folder = makeArticleFolder(articles);
  folders.push(folder);
  return folder;
}

const build = (folder: ArticleFolder, more: Partial<BuildOptions> = {}): Promise<BuildSummary> =>
  buildGraph({ paths: [folder.path], graphPath: folder.at('news.stemma'), ...more });

let freshGraphs = 0;

/** The export of a graph that was built at once from the folder as it is now. */
async function rebuilt(folder: ArticleFolder, paths = [folder.path]): Promise<string> {
  freshGraphs += 1;
  const graphPath = folder.at(`fresh-${freshGraphs}.stemma`);
  await buildGraph({ paths, graphPath });
  return jsonl(graphPath);
}

function withView<Result>(graphPath: string, action: (view: StoredGraph) => Result): Result {
  const view = openGraph(graphPath);
  try {
    return action(view);
  } finally {
    view.close();
  }
}

function withStore<Result>(graphPath: string, action: (store: GraphStore) => Result): Result {
  const store = new GraphStore(graphPath);
  try {
    return action(store);
  } finally {
    store.close();
  }
}

const EMPTY: Graph = { model: '', documents: [], entities: [], mentions: [], claims: [], conflicts: [], decisions: [] };

const sources = (graphPath: string): string[] =>
  withView(graphPath, (view) => [...view.documents()].map(({ document }) => document.source).sort());

async function codeOf(action: Promise<unknown>): Promise<string> {
  try {
    await action;
  } catch (cause) {
    if (cause instanceof KnownError && cause.hint !== '') return cause.code;
    throw cause;
  }
  return 'no error';
}

describe('a build', () => {
  it('makes a graph of the folder and says what it did', async () => {
    const folder = newFolder();
    const summary = await build(folder);
    expect(summary.documents).toEqual({ total: 4, added: 4, changed: 0, removed: 0, unchanged: 0 });
    expect(summary).toMatchObject({ extracted: 4, failures: [], interrupted: false });
    expect(sources(folder.at('news.stemma'))).toEqual(Object.keys(ARTICLES).sort());
    const view = openGraph(folder.at('news.stemma'));
    expect(view.counts).toMatchObject({ documents: 4, entities: summary.entities, claims: summary.claims });
    expect(summary.claims).toBeGreaterThan(0);
    expect(summary.words).toBeGreaterThan(60);
    view.close();
  });

  it('gives equal bytes twice, and for any order of the files', async () => {
    const folder = newFolder();
    await build(folder);
    const first = await jsonl(folder.at('news.stemma'));
    expect(await rebuilt(folder)).toBe(first);
    const grown = folder.at('grown.stemma');
    const other = newFolder({});
    for (const source of Object.keys(ARTICLES).reverse()) {
      other.write({ [source]: ARTICLES[source] ?? '' });
      await buildGraph({ paths: [other.path], graphPath: grown });
    }
    expect(await jsonl(grown)).toBe(first);
  });

  it('extracts nothing twice', async () => {
    const folder = newFolder();
    await build(folder);
    const before = await jsonl(folder.at('news.stemma'));
    const again = await build(folder);
    expect(again.documents).toEqual({ total: 4, added: 0, changed: 0, removed: 0, unchanged: 4 });
    expect(again.extracted).toBe(0);
    expect(await jsonl(folder.at('news.stemma'))).toBe(before);
  });

  it('leaves the file alone where it would draw the same graph, and draws it where anything else is asked', async () => {
    const folder = newFolder();
    const graphPath = folder.at('news.stemma');
    const first = await build(folder);
    const phases = async (more: Partial<BuildOptions> = {}): Promise<readonly string[]> => {
      const seen: string[] = [];
      await build(folder, { ...more, onProgress: ({ phase }) => seen.push(phase) });
      return seen;
    };
    const generation = (): number => withStore(graphPath, (store) => store.state().generation);
    const before = generation();
    const { entities, claims, conflicts, copies, words, notes } = first;
    expect(await build(folder)).toMatchObject({ entities, claims, conflicts, copies, words, notes, extracted: 0 });
    expect(await phases()).not.toContain('store');
    expect(generation()).toBe(before);
    expect(await phases({ metonyms: true })).toContain('store');
    expect(await phases()).not.toContain('store');
    // As a file of a program with other code is.
    withStore(graphPath, (store) => store.replace({ ...store.state(), drawnBy: 'another' }, EMPTY));
    expect(await phases()).toContain('store');
    expect(withView(graphPath, (view) => view.counts.claims)).toBe(claims);
  });

  it('adds, changes and removes, and is then what a new build would be', async () => {
    const folder = newFolder();
    await build(folder);
    folder.write({
      'harbour.txt': 'Tova Lindqvist, the president of Norland, did not meet Marek Osei.\n',
      'new.txt': 'Castermoor lies in Sudmark. Ada Pell is the mayor of Castermoor.\n',
    });
    folder.remove('mine.txt');
    const summary = await build(folder);
    expect(summary.documents).toEqual({ total: 4, added: 1, changed: 1, removed: 1, unchanged: 2 });
    expect(summary.extracted).toBe(2);
    expect(await jsonl(folder.at('news.stemma'))).toBe(await rebuilt(folder));
  });

  it('adds, changes and removes in a process that stays, and is then what a new build would be', async () => {
    const folder = newFolder();
    const [first = '', second = ''] = Object.keys(ARTICLES);
    await build(folder, { stays: true });
    folder.write({ 'late.txt': 'Ada Quill of Norland met Boris Hale in Graz.' });
    expect((await build(folder, { stays: true })).documents).toMatchObject({ added: 1, changed: 0, removed: 0 });
    expect(await jsonl(folder.at('news.stemma'))).toBe(await rebuilt(folder));
    folder.write({ [first]: 'Boris Hale left Graz on Monday.' });
    expect((await build(folder, { stays: true })).documents).toMatchObject({ added: 0, changed: 1, removed: 0 });
    expect(await jsonl(folder.at('news.stemma'))).toBe(await rebuilt(folder));
    folder.remove(second);
    // What is taken out between two builds goes through the same memory.
    await removeDocument(folder.at('news.stemma'), 'late.txt');
    expect((await build(folder, { stays: true })).documents).toMatchObject({ added: 0, changed: 0, removed: 1 });
    folder.remove('late.txt');
    expect(await jsonl(folder.at('news.stemma'))).toBe(await rebuilt(folder));
  });

  it('calls a file that moved unchanged', async () => {
    const folder = newFolder();
    await build(folder);
    folder.remove('mine.txt');
    folder.write({ 'moved/mine.txt': ARTICLES['mine.txt'] ?? '' });
    const summary = await build(folder);
    expect(summary.documents).toEqual({ total: 4, added: 0, changed: 0, removed: 0, unchanged: 4 });
    expect(sources(folder.at('news.stemma'))).toContain('moved/mine.txt');
    expect(await jsonl(folder.at('news.stemma'))).toBe(await rebuilt(folder));
  });

  it('takes equal bytes for one document, the first path as its source', async () => {
    const folder = newFolder();
    const bytes = ARTICLES['mine.txt'] ?? '';
    folder.write({ 'a/copy.txt': bytes, 'z/copy.txt': bytes });
    expect((await build(folder)).documents.total).toBe(4);
    const view = openGraph(folder.at('news.stemma'));
    const found = [...view.documents()].find(({ document }) => document.alsoAt.length > 0)?.document;
    expect([found?.source, found?.alsoAt]).toEqual(['a/copy.txt', ['mine.txt', 'z/copy.txt']]);
    view.close();
    folder.remove('a/copy.txt');
    await build(folder);
    expect(await jsonl(folder.at('news.stemma'))).toBe(await rebuilt(folder));
  });

  it('goes on where a file cannot be read, and fails there under strict with the graph as it was', async () => {
    const folder = newFolder();
    await build(folder);
    const before = await jsonl(folder.at('news.stemma'));
    folder.write({ 'sheet.xls': 'x', 'broken.json': '{"text": ', 'new.txt': 'Ada Pell met Ivo Rendel.\n' });
    expect(await codeOf(build(folder, { strict: true }))).toBe('bad-document');
    expect(await jsonl(folder.at('news.stemma'))).toBe(before);
    const summary = await build(folder);
    expect(summary.failures.map(({ source }) => source).sort()).toEqual(['broken.json/1', 'sheet.xls']);
    expect(summary.failures.every(({ message, hint }) => message !== '' && hint !== '')).toBe(true);
    expect(summary.documents).toMatchObject({ total: 5, added: 1 });
  });

  it('builds from a folder with nothing but an empty file', async () => {
    const folder = newFolder({ 'empty.txt': '' });
    const summary = await build(folder);
    expect([summary.documents.total + summary.failures.length, summary.claims]).toEqual([1, 0]);
    await jsonl(folder.at('news.stemma'));
  });

  it('says what it was given wrongly', async () => {
    const folder = newFolder();
    expect(await codeOf(build(folder, { paths: [folder.at('absent')] }))).toBe('path-missing');
    // An unset variable in a script is not the folder that the script runs in.
    expect(await codeOf(build(folder, { paths: [''] }))).toBe('path-missing');
    expect(existsSync(folder.at('news.stemma'))).toBe(false);
    mkdirSync(folder.at('hollow'));
    expect(await codeOf(build(folder, { paths: [folder.at('hollow')] }))).toBe('nothing-to-read');
    writeFileSync(folder.at('news.txt'), 'A text.');
    expect(await codeOf(build(folder, { graphPath: folder.at('news.txt') }))).toBe('not-a-graph');
    expect(await codeOf(build(folder, { graphPath: folder.at('news.txt', 'g.stemma') }))).toBe('write-failed');
  });

  it('tells how far it is', async () => {
    const folder = newFolder();
    const events: ProgressEvent[] = [];
    await build(folder, { onProgress: (event) => events.push(event) });
    const phases = [...new Set(events.map(({ phase }) => phase))];
    expect(phases).toEqual(['list', 'read', 'extract', 'resolve', 'store']);
    for (const phase of phases) {
      const last = events.filter((event) => event.phase === phase).at(-1);
      expect(last?.done).toBe(last?.total);
    }
    const words = events.flatMap((event) => (event.phase === 'extract' ? [event.words ?? 0] : []));
    expect(words).toEqual([...words].sort((a, b) => a - b));
  });
});

describe('the paths of a build', () => {
  it('are what the graph matches: what is not named any more is gone', async () => {
    const folder = newFolder();
    const graphPath = folder.at('news.stemma');
    await buildGraph({ paths: [folder.at('articles', 'talks'), folder.at('articles', 'mine.txt')], graphPath });
    expect(sources(graphPath)).toEqual(['ferry.md', 'mine.txt', 'strike.txt']);
    const summary = await buildGraph({ paths: [folder.at('articles', 'mine.txt')], graphPath });
    expect(summary.documents).toEqual({ total: 1, added: 0, changed: 0, removed: 2, unchanged: 1 });
  });

  it('inside an earlier one update that part only, under the same sources', async () => {
    const folder = newFolder();
    const graphPath = folder.at('news.stemma');
    await build(folder);
    folder.write({
      'talks/strike.txt': 'The strike is over, said Ivo Rendel.\n',
      'mine.txt': 'Brightlode has closed its mine in Castermoor.\n',
    });
    const summary = await buildGraph({ paths: [folder.at('articles', 'talks')], graphPath });
    expect(summary.documents).toEqual({ total: 4, added: 0, changed: 1, removed: 0, unchanged: 3 });
    expect(sources(graphPath)).toEqual(Object.keys(ARTICLES).sort());
    await buildGraph({ paths: [folder.at('articles', 'mine.txt')], graphPath });
    expect(await jsonl(graphPath)).toBe(await rebuilt(folder));
    folder.remove('mine.txt');
    const removal = await buildGraph({ paths: [folder.at('articles', 'mine.txt')], graphPath });
    expect(removal.documents).toMatchObject({ total: 3, removed: 1 });
    expect(await codeOf(buildGraph({ paths: [folder.at('articles', 'absent.txt')], graphPath }))).toBe('path-missing');
  });

  it('may share a source', async () => {
    const folder = newFolder();
    const graphPath = folder.at('news.stemma');
    folder.write({ 'one/x.txt': 'Ada Pell leads Brightlode.\n', 'two/x.txt': 'Ivo Rendel leads Brightlode.\n' });
    const paths = [folder.at('articles', 'one'), folder.at('articles', 'two')];
    await buildGraph({ paths, graphPath });
    expect(sources(graphPath)).toEqual(['one/x.txt', 'two/x.txt']);
    await buildGraph({ paths: [folder.at('articles', 'one', 'x.txt')], graphPath });
    expect(await jsonl(graphPath)).toBe(await rebuilt(folder, paths));
  });
});

describe('an aborted build', () => {
  it('leaves the graph as it was, and the next one goes on from there', async () => {
    const folder = newFolder();
    const graphPath = folder.at('news.stemma');
    const stop = new AbortController();
    const summary = await build(folder, {
      signal: stop.signal,
      onProgress: ({ phase, done }) => {
        if (phase === 'extract' && done === 2) stop.abort();
      },
    });
    expect(summary).toMatchObject({ interrupted: true, extracted: 2, claims: 0 });
    expect(sources(graphPath)).toEqual([]);
    const next = await build(folder);
    expect(next).toMatchObject({ interrupted: false, extracted: 2 });
    expect(await jsonl(graphPath)).toBe(await rebuilt(folder));
  });
});

describe('a document that was taken out', () => {
  it('is gone with all that only it says, until its file is named', async () => {
    const folder = newFolder();
    const graphPath = folder.at('news.stemma');
    await build(folder);
    const whole = await jsonl(graphPath);
    expect((await removeDocument(graphPath, 'mine.txt')).places[0]?.source).toBe('mine.txt');
    const left = newFolder(Object.fromEntries(Object.entries(ARTICLES).filter(([source]) => source !== 'mine.txt')));
    expect(await jsonl(graphPath)).toBe(await rebuilt(left));
    folder.write({ 'copy.txt': ARTICLES['mine.txt'] ?? '' });
    await build(folder);
    expect(sources(graphPath)).not.toContain('copy.txt');
    folder.remove('copy.txt');
    await build(folder);
    expect(sources(graphPath)).not.toContain('mine.txt');
    await buildGraph({ paths: [folder.at('articles', 'mine.txt')], graphPath });
    expect(await jsonl(graphPath)).toBe(whole);
  });

  it('leaves no word of its own in the file', async () => {
    const folder = newFolder();
    const graphPath = folder.at('news.stemma');
    folder.write({ 'secret.txt': 'Wilmar Quondamish met Ada Pell in Hollowfen.\n' });
    await build(folder);
    expect(readFileSync(graphPath).includes('Quondamish')).toBe(true);
    await removeDocument(graphPath, 'secret.txt');
    for (const word of ['Quondamish', 'quondamish', 'Hollowfen', 'hollowfen']) {
      expect([word, readFileSync(graphPath).includes(word)]).toEqual([word, false]);
    }
  });

  it('is named by source, id or path; anything else is told', async () => {
    const folder = newFolder();
    const graphPath = folder.at('news.stemma');
    expect(await codeOf(removeDocument(graphPath, 'mine.txt'))).toBe('graph-missing');
    await build(folder);
    expect(await codeOf(removeDocument(graphPath, 'absent.txt'))).toBe('not-found');
    await removeDocument(graphPath, folder.at('articles', 'mine.txt'));
    const view = openGraph(graphPath);
    const id = [...view.documents()][0]?.document.id ?? '';
    view.close();
    await removeDocument(graphPath, id);
    expect(sources(graphPath)).toHaveLength(2);
  });
});

describe('what people decide', () => {
  const people = (graphPath: string): string[] =>
    withView(graphPath, (view) =>
      [...view.decisions()].filter(({ by }) => by === 'person').map(({ verdict }) => verdict),
    );

  /** The entities of the two mentions of `Ivo Rendel` in these documents. */
  const entitiesOf = (graphPath: string, name: string, ...from: string[]): (string | null | undefined)[] =>
    withView(graphPath, (view) =>
      from.map((source) => {
        const record = [...view.documents()].find(({ document }) => document.source === source);
        const mentions = record ? view.mentionsIn(record.document.id) : [];
        const text = record?.document.text ?? '';
        return mentions.find(({ mention }) => text.slice(mention.start, mention.end) === name)?.entity;
      }),
    );

  const decide = (graphPath: string, verdict: Decision['verdict'], name: string, ...from: string[]): Decision =>
    withView(graphPath, (view) => {
      const ids = from.map((source) => {
        const record = [...view.documents()].find(({ document }) => document.source === source);
        const mentions = record ? view.mentionsIn(record.document.id) : [];
        const text = record?.document.text ?? '';
        return mentions.find(({ mention }) => text.slice(mention.start, mention.end) === name)?.mention.id;
      });
      const [left, right] = ids;
      if (!left || !right) throw new Error(`no mention of ${name} in ${from}`);
      return { left, right, verdict, score: 0, reasons: ['A person said so.'], by: 'person' };
    });

  it('draws the graph anew, is kept through rebuilds, and can be taken back', async () => {
    const folder = newFolder();
    const graphPath = folder.at('news.stemma');
    await build(folder);
    const untouched = await jsonl(graphPath);
    const pair = ['Ivo Rendel', 'mine.txt', 'talks/strike.txt'] as const;
    const [one, other] = entitiesOf(graphPath, ...pair);
    expect([one, other]).toEqual([one, one]);
    await addDecisions(graphPath, [decide(graphPath, 'different', ...pair)]);
    const [left, right] = entitiesOf(graphPath, ...pair);
    expect(left).not.toBe(right);
    const after = await jsonl(graphPath);
    await build(folder);
    expect(await jsonl(graphPath)).toBe(after);

    await addDecisions(graphPath, [decide(graphPath, 'same', ...pair)]);
    expect(new Set(entitiesOf(graphPath, ...pair)).size).toBe(1);
    expect((await undoDecisions(graphPath)).map(({ verdict }) => verdict)).toEqual(['same']);
    expect(await jsonl(graphPath)).toBe(after);
    expect((await undoDecisions(graphPath)).map(({ verdict }) => verdict)).toEqual(['different']);
    expect(await jsonl(graphPath)).toBe(untouched);
    expect(await codeOf(undoDecisions(graphPath))).toBe('not-found');
  });

  it('waits undrawn until a build, of nothing new too', async () => {
    const folder = newFolder();
    const graphPath = folder.at('news.stemma');
    await build(folder);
    const pair = ['Ivo Rendel', 'mine.txt', 'talks/strike.txt'] as const;
    await addDecisions(graphPath, [decide(graphPath, 'different', ...pair)], { draw: false });
    expect(people(graphPath)).toEqual([]);
    await build(folder);
    expect(people(graphPath)).toEqual(['different']);
  });

  it('holds on when a document is edited, sleeps while it is gone, and wakes when it is back', async () => {
    const folder = newFolder();
    const graphPath = folder.at('news.stemma');
    await build(folder);
    await addDecisions(graphPath, [decide(graphPath, 'different', 'Ivo Rendel', 'mine.txt', 'talks/strike.txt')]);
    folder.write({ 'mine.txt': `A correction was made on Friday. ${ARTICLES['mine.txt']}` });
    await build(folder);
    expect(people(graphPath)).toEqual(['different']);
    folder.remove('mine.txt');
    await build(folder);
    expect(people(graphPath)).toEqual([]);
    folder.write({ 'mine.txt': ARTICLES['mine.txt'] ?? '' });
    await build(folder);
    const [left, right] = entitiesOf(graphPath, 'Ivo Rendel', 'mine.txt', 'talks/strike.txt');
    expect(left).not.toBe(right);
  });

  it('is refused about what is not there, with the graph as it was', async () => {
    const folder = newFolder();
    const graphPath = folder.at('news.stemma');
    await build(folder);
    const before = await jsonl(graphPath);
    const decision = decide(graphPath, 'same', 'Ivo Rendel', 'mine.txt', 'talks/strike.txt');
    expect(await codeOf(addDecisions(graphPath, [{ ...decision, left: 'm0' as never }]))).toBe('not-found');
    expect(await jsonl(graphPath)).toBe(before);
  });
});

describe('an ontology of the user', () => {
  it('is remembered by the graph until another one is named', async () => {
    const folder = newFolder();
    const own = folder.at('own.json');
    const relation = { name: 'RUNS', label: 'runs', domain: ['Person'], range: ['Organization'], triggers: ['lead'] };
    const entityTypes = ['Person', 'Organization', 'Place', 'Group', 'Time', 'Quantity', 'Role', 'Other'];
    writeFileSync(
      own,
      JSON.stringify({
        version: 1,
        entityTypes: entityTypes.map((name) => ({ name, label: name.toLowerCase() })),
        relationTypes: [relation],
      }),
    );
    const first = await build(folder, { ontologyPath: own });
    expect(first.extracted).toBe(4);
    const typed = await jsonl(folder.at('news.stemma'));
    expect((await build(folder)).extracted).toBe(0);
    expect(await jsonl(folder.at('news.stemma'))).toBe(typed);
    expect((await build(folder, { ontologyPath: 'default' })).extracted).toBe(4);
    expect(await jsonl(folder.at('news.stemma'))).toBe(await rebuilt(folder));
  });
});

describe('two builds at once', () => {
  it('both end well, and the graph holds the state of the later one', async () => {
    const folder = newFolder();
    const graphPath = folder.at('news.stemma');
    await Promise.all([build(folder), build(folder)]);
    expect(await jsonl(graphPath)).toBe(await rebuilt(folder));
  });
});
