import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { findGraph, findGraphToBuild } from '../../src/cli/find-graph.ts';
import { KnownError } from '../../src/errors.ts';
import { makeGraphFolder } from '../helpers/run-command.ts';

const folder = makeGraphFolder();
const here = folder.at('.');
afterAll(() => folder.dispose());

function codeOf(action: () => unknown): string {
  try {
    return String(action());
  } catch (error) {
    return error instanceof KnownError ? error.code : 'other';
  }
}

describe('the graph that is meant', () => {
  it('is none where the name of it is empty, as an unset variable is', () => {
    expect([findGraph, findGraphToBuild].map((find) => codeOf(() => find({ graph: '' }, here)))).toEqual(
      Array(2).fill('bad-option'),
    );
  });

  it('is the one that is named, else the only one of the folder', () => {
    expect(findGraph({ graph: 'here.db' }, here)).toBe('here.db');
    expect([codeOf(() => findGraph({}, here)), findGraphToBuild({}, here)]).toEqual(['graph-missing', 'news.stemma']);
    writeFileSync(folder.at('mine.stemma'), '');
    expect([findGraph({}, here), findGraphToBuild({}, here)]).toEqual(Array(2).fill(folder.at('mine.stemma')));
    writeFileSync(folder.at('other.stemma'), '');
    expect([codeOf(() => findGraph({}, here)), codeOf(() => findGraphToBuild({}, here))]).toEqual(
      Array(2).fill('graph-ambiguous'),
    );
    expect(findGraphToBuild({ graph: 'third.stemma' }, here)).toBe('third.stemma');
  });
});
