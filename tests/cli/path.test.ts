import { afterAll, describe, expect, it } from 'vitest';
import { findPath } from '../../src/cli/find-path.ts';
import { pathCommand } from '../../src/cli/path.ts';
import type { Claim, Graph } from '../../src/model/graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { type EntityId, makeId } from '../../src/model/id.ts';
import { makeGraphFolder, runCommand } from '../helpers/run-command.ts';
import { sampleGraph } from '../helpers/sample-graph.ts';

const folder = makeGraphFolder();
afterAll(() => folder.dispose());

/** A graph of ties between one-letter entities: `ab2` a tie with two sources, `ab-` one that is denied. */
function viewOf(...ties: string[]) {
  const claims = ties.map((tie): Claim => {
    const [subject = '', object = '', mark = '1'] = tie;
    return {
      ...{ id: makeId('claim', tie), type: 'MET_WITH', predicate: 'met', literal: null, modality: 'actual' },
      ...{ attribution: null, time: null, derivedFrom: null, confidence: 0.9, disputed: false, evidence: [] },
      ...{ subject: subject as EntityId, object: object as EntityId, polarity: mark === '-' ? 'negative' : 'positive' },
      independentSources: Number(mark) || 1,
    };
  });
  const none = { documents: [], entities: [], mentions: [], conflicts: [], decisions: [] };
  return viewGraph({ model: '', ...none, claims } satisfies Graph);
}

/** The way as letters, `none` where there is none. */
function wayOf(ties: string, from: string, to: string, { maxSteps = 6, avoid = '' } = {}): string {
  const avoided = new Set([...avoid] as EntityId[]);
  const steps = findPath(viewOf(...ties.split(' ')), from as EntityId, to as EntityId, { maxSteps, avoid: avoided });
  return steps === null ? 'none' : [from, ...steps.map((step) => step.to)].join('');
}

describe('the shortest chain', () => {
  it('goes either way along a statement, in the fewest steps', () => {
    expect(wayOf('ab bc cd da', 'a', 'c')).toMatch(/^a[bd]c$/);
    expect(wayOf('ab bc cd de ea', 'b', 'e')).toBe('bae');
    expect(wayOf('ab', 'a', 'a')).toBe('a');
    expect(wayOf('ab cd', 'a', 'd')).toBe('none');
  });

  it('takes the firmer of two, never at the price of a step', () => {
    expect(wayOf('ab1 bd1 ac3 cd3', 'a', 'd')).toBe('acd');
    expect(wayOf('ab- bd1 ac1 cd1', 'a', 'd')).toBe('acd');
    expect(wayOf('ad- ac9 cd9', 'a', 'd')).toBe('ad');
  });

  it('keeps to its limits', () => {
    expect(wayOf('ab bc cd', 'a', 'd', { maxSteps: 2 })).toBe('none');
    expect(wayOf('ab bd ac ce ed', 'a', 'd', { avoid: 'b' })).toBe('aced');
  });
});

describe('stemma path', () => {
  const graph = folder.store(sampleGraph);

  it('shows each step with its sentences', async () => {
    const { code, out } = await runCommand(pathCommand, ['Boris Hale', 'norland'], { graph });
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('Boris Hale — Ada Quill — Norland');
    expect(out).toMatch(/1\. Boris Hale and Ada Quill\n {3}Ada Quill — MET_WITH .*\n {7}“Ada Quill, president/);
    expect(out).toMatch(/2\. Ada Quill and Norland\n {3}Ada Quill — HEAD_OF_STATE_OF .*\n {7}“/);
    expect(out).not.toContain('CITIZEN_OF');
  });

  it('says so where there is none, also as JSON', async () => {
    const without = { graph, without: 'Ada Quill' };
    expect((await runCommand(pathCommand, ['Boris Hale', 'Norland'], without)).said).toContain('No chain of at most 6');
    const { out } = await runCommand(pathCommand, ['Boris Hale', 'Norland'], { ...without, json: true });
    expect(JSON.parse(out).steps).toBeNull();
    const found = await runCommand(pathCommand, ['Boris Hale', 'Norland'], { graph, json: true });
    expect(JSON.parse(found.out).steps.map(({ toName }: { toName: string }) => toName)).toEqual([
      'Ada Quill',
      'Norland',
    ]);
    expect((await runCommand(pathCommand, ['Boris Hale', 'Norland'], { graph, maxSteps: 'x' })).said).toContain(
      'bad-option',
    );
  });
});
