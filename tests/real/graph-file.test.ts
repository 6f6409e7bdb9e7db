// One graph file under strain: several processes, a full disk, a place that cannot be written.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonlExporter } from '../../src/export/jsonl.ts';
import { openStoredGraph } from '../../src/store/index.ts';
import { connect } from '../../src/store/sqlite.ts';
import { makeArticleFolder } from '../helpers/article-folder.ts';
import { BUILD_CHILD, buildGraph, type ChildMessage, openGraph } from '../helpers/built-program.ts';
import { exportJsonl, exportText } from '../helpers/export-text.ts';

const jsonl = (graphPath: string): Promise<string> => exportJsonl(graphPath, openGraph);

const folder = makeArticleFolder();
const graph = folder.at('news.stemma');
let bytes = '';
/** What the errors of the children said, for whoever reads a failure. */
const whys: string[] = [];

beforeAll(async () => {
  await buildGraph({ paths: [folder.path], graphPath: graph });
  bytes = await jsonl(graph);
});
afterAll(() => folder.dispose());

function endOf(child: ChildProcess): Promise<string> {
  let end = 'no word';
  child.on('message', (message: ChildMessage) => {
    end = message.end ?? end;
    if (message.why !== undefined) whys.push(message.why);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => resolve(end));
  });
}

function run(task: string, graphPath: string): Promise<string> {
  return endOf(fork(BUILD_CHILD, [task, folder.path, graphPath]));
}

describe('several processes', () => {
  it('build one new graph at once, and both end well', async () => {
    const graphPath = folder.at('shared.stemma');
    const ends = await Promise.all([run('build', graphPath), run('build', graphPath), run('build', graphPath)]);
    expect([ends, whys]).toEqual([['done', 'done', 'done'], []]);
    expect(await jsonl(graphPath)).toBe(bytes);
  });

  it('read the old state while a new one is put in place', async () => {
    const graphPath = folder.at('watched.stemma');
    copyFileSync(graph, graphPath);
    const view = openGraph(graphPath);
    const entities = view.entities()[Symbol.iterator]();
    const first = entities.next();
    folder.write({ 'later.txt': 'Ada Pell is the mayor of Castermoor.\n' });
    expect(await run('build', graphPath)).toBe('done');
    expect(await exportText(jsonlExporter, view)).toBe(bytes);
    expect(first.done).toBe(false);
    view.close();
    expect(await run('read', graphPath)).toBe('5 documents, true');
    folder.remove('later.txt');
  });

  it('leave an arrangement undone while one of them holds the file, and the picture goes on', () => {
    const graphPath = folder.at('held.stemma');
    copyFileSync(graph, graphPath);
    const view = openStoredGraph(graphPath);
    const other = connect(graphPath, { readOnly: false });
    const [entity] = view.entities();
    const places = [[entity?.id ?? '', { x: 1, y: 2 }]] as const;
    other.exec('BEGIN IMMEDIATE');
    expect(view.keepArrangement(places)).toBe(false);
    other.exec('ROLLBACK');
    other.close();
    expect(view.keepArrangement(places)).toBe(true);
    view.close();
  });
});

describe('a full disk', () => {
  it.each([8, 60, 120])('of %i KB leaves the graph as it was, or none', async (sizeKb) => {
    folder.write({ 'later.txt': 'Ada Pell is the mayor of Castermoor.\n' });
    const graphPath = folder.at(`full-${sizeKb}.stemma`);
    copyFileSync(graph, graphPath);
    // A limit on the size of files stands for the disk: `ulimit -f` counts blocks of 1,024 bytes.
    const line = `trap '' XFSZ; ulimit -f ${sizeKb}; exec "$0" "$@"`;
    const args = ['-c', line, process.execPath, BUILD_CHILD, 'build', folder.path, graphPath];
    const end = await endOf(spawn('bash', args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
    expect(end).toBe('write-failed');
    expect(await jsonl(graphPath)).toBe(bytes);
    folder.remove('later.txt');
  });
});

describe('a place that cannot be written', () => {
  it('lets a graph be read there, and says that it cannot be built', async () => {
    const place = folder.at('read-only');
    mkdirSync(place);
    copyFileSync(graph, folder.at('read-only', 'news.stemma'));
    chmodSync(folder.at('read-only', 'news.stemma'), 0o444);
    chmodSync(folder.at(), 0o755);
    chmodSync(place, 0o555);
    expect(await run('read-as-nobody', folder.at('read-only', 'news.stemma'))).toBe('4 documents, true');
    expect(await run('build-as-nobody', folder.at('read-only', 'news.stemma'))).toBe('write-failed');
    expect(await run('build-as-nobody', folder.at('read-only', 'new.stemma'))).toBe('write-failed');
    chmodSync(place, 0o755);
    rmSync(place, { recursive: true });
  });
});
