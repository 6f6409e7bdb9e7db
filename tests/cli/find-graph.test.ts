import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findGraph, findGraphToBuild } from '../../src/cli/find-graph.ts';
import { KnownError } from '../../src/errors.ts';
import { makeGraphFolder } from '../helpers/run-command.ts';

const folder = makeGraphFolder();
const home = process.cwd();
beforeAll(() => process.chdir(folder.at('.')));
afterAll(() => {
  process.chdir(home);
  folder.dispose();
});

function codeOf(action: () => unknown): string {
  try {
    return String(action());
  } catch (error) {
    return error instanceof KnownError ? error.code : 'other';
  }
}

describe('the graph that is meant', () => {
  it('is the one that is named, else the only one of the folder', () => {
    expect(findGraph({ graph: 'here.db' })).toBe('here.db');
    expect([codeOf(() => findGraph({})), codeOf(() => findGraphToBuild({}))]).toEqual(['graph-missing', 'news.stemma']);
    writeFileSync('mine.stemma', '');
    expect([findGraph({}), findGraphToBuild({})]).toEqual(['mine.stemma', 'mine.stemma']);
    writeFileSync('other.stemma', '');
    expect([codeOf(() => findGraph({})), codeOf(() => findGraphToBuild({}))]).toEqual(Array(2).fill('graph-ambiguous'));
    expect(findGraphToBuild({ graph: 'third.stemma' })).toBe('third.stemma');
  });
});
