// Kills builds with SIGKILL at many points: the graph must hold the old state or the new one, and nothing may be lost.
import { fork } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/store/sqlite.ts';
import { ARTICLES, makeArticleFolder } from '../helpers/article-folder.ts';
import { BUILD_CHILD, buildGraph, type ChildMessage, openGraph } from '../helpers/built-program.ts';
import { exportJsonl } from '../helpers/export-text.ts';

const jsonl = (graphPath: string): Promise<string> => exportJsonl(graphPath, openGraph);

const KILLS = 20;

/** Old state: four articles. New state: one changed, one removed, eight added. */
const folder = makeArticleFolder();
const oldGraph = folder.at('old.stemma');
let oldBytes = '';
let newBytes = '';
/** Progress events of an undisturbed build of the new state. */
const eventCounts = { fromNothing: 0, fromOld: 0 };

beforeAll(async () => {
  await buildGraph({ paths: [folder.path], graphPath: oldGraph });
  oldBytes = await jsonl(oldGraph);
  folder.remove('mine.txt');
  folder.write({ 'harbour.txt': 'Tova Lindqvist, the president of Norland, did not meet Marek Osei.\n' });
  for (let index = 0; index < 8; index += 1) {
    const text = `${ARTICLES['mine.txt']}Report ${index}: Ada Pell, mayor of Castermoor, met Ivo Rendel.\n`;
    folder.write({ [`added/${index}.txt`]: text.repeat(2) });
  }
  const graphPath = folder.at('undisturbed.stemma');
  await buildGraph({ paths: [folder.path], graphPath, onProgress: () => (eventCounts.fromNothing += 1) });
  newBytes = await jsonl(graphPath);
  copyFileSync(oldGraph, folder.at('updated.stemma'));
  const update = { paths: [folder.path], graphPath: folder.at('updated.stemma') };
  await buildGraph({ ...update, onProgress: () => (eventCounts.fromOld += 1) });
  expect(await jsonl(update.graphPath)).toBe(newBytes);
});

afterAll(() => folder.dispose());

interface Death {
  readonly event: number;
  /** `self`: between two steps; `parent`: wherever the process is when the news of the event has arrived. */
  readonly by: 'self' | 'parent';
}

/** Builds in a process of its own that dies; gives the signal that ended it. */
function buildAndDie(graphPath: string, { event, by }: Death): Promise<string | null> {
  const args = ['build', folder.path, graphPath, by === 'self' ? String(event) : '0'];
  const child = fork(BUILD_CHILD, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.on('message', (message: ChildMessage) => {
    if (by === 'parent' && message.events === event) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (_, signal) => resolve(signal));
  });
}

/** Numbers from 1 to `max`, the same ones every time: a linear congruential generator (Numerical Recipes). */
function makeRandom(seed: number): (max: number) => number {
  let state = seed;
  return (max) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 1 + (state % max);
  };
}

function quickCheck(graphPath: string): unknown {
  const connection = connect(graphPath, { readOnly: false });
  const found = connection.prepare('PRAGMA quick_check').get();
  connection.close();
  return found;
}

describe('a build that is killed', () => {
  it(`leaves the old state or the new one, ${KILLS} times, and the next build ends as if nothing had been`, async () => {
    const random = makeRandom(20310506);
    const outcomes: string[] = [];
    for (let index = 0; index < KILLS; index += 1) {
      const graphPath = folder.at(`killed-${index}.stemma`);
      const isUpdate = index % 4 !== 0;
      if (isUpdate) copyFileSync(oldGraph, graphPath);
      // Every fifth kill falls into the last transaction, the others anywhere.
      const last = isUpdate ? eventCounts.fromOld : eventCounts.fromNothing;
      const event = index % 5 === 0 ? last : random(last);
      const death: Death = { event, by: index % 2 === 0 ? 'self' : 'parent' };
      const signal = await buildAndDie(graphPath, death);
      if (death.by === 'self') expect(signal).toBe('SIGKILL');
      if (existsSync(graphPath)) {
        expect(quickCheck(graphPath)).toMatchObject({ quick_check: 'ok' });
        const bytes = await jsonl(graphPath);
        const state = bytes === newBytes ? 'new' : bytes === oldBytes ? 'old' : countDocuments(bytes);
        expect(['new', isUpdate ? 'old' : 0]).toContain(state);
        outcomes.push(String(state));
      } else expect(isUpdate).toBe(false);
      await buildGraph({ paths: [folder.path], graphPath });
      expect(await jsonl(graphPath)).toBe(newBytes);
    }
    expect(outcomes).toContain('old');
  }, 400_000);

  it('does not throw away what it had extracted', async () => {
    const graphPath = folder.at('half-way.stemma');
    await buildAndDie(graphPath, { event: eventCounts.fromNothing - 3, by: 'self' });
    const summary = await buildGraph({ paths: [folder.path], graphPath });
    expect(summary.extracted).toBeLessThan(summary.documents.total);
  });
});

function countDocuments(bytes: string): number {
  return JSON.parse(bytes.slice(0, bytes.indexOf('\n'))).documents;
}
