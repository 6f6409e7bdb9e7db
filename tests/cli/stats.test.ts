import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { statsCommand } from '../../src/cli/stats.ts';
import { makeGraphFolder, runCommand } from '../helpers/run-command.ts';
import { sampleGraph } from '../helpers/sample-graph.ts';

const folder = makeGraphFolder();
afterAll(() => folder.dispose());

describe('stemma stats', () => {
  it('counts what the graph holds', async () => {
    const graph = folder.store(sampleGraph);
    const { out } = await runCommand(statsCommand, [], { graph });
    expect(out).toMatch(/documents +2\n/);
    expect(out).toMatch(/Person +2\n/);
    expect(out).toMatch(/MET_WITH +2\n/);
    expect(JSON.parse((await runCommand(statsCommand, [], { graph, json: true })).out)).toMatchObject({
      ...{ documents: 2, entities: 4, claims: 5, conflicts: 1, model: 'sample@1' },
      types: { Person: 2, Group: 1, Place: 1 },
      relations: { MET_WITH: 2, CITIZEN_OF: 1, HEAD_OF_STATE_OF: 1, open: 1 },
    });
  });

  it('prints the accuracy that it was shipped with, every figure with its interval', async () => {
    const { figures } = JSON.parse(readFileSync(new URL('../../data/baseline.json', import.meta.url), 'utf8'));
    const lines = (await runCommand(statsCommand, [], { accuracy: true })).out.trimEnd().split('\n');
    expect(lines).toHaveLength(figures.length);
    for (const [index, { name, value }] of figures.entries()) {
      expect(lines[index]).toContain(name);
      expect(lines[index]).toContain(value.toFixed(1));
    }
    expect(lines[0]).toMatch(/\d+\.\d {2}\(\d+\.\d – \d+\.\d\)/);
    const json = await runCommand(statsCommand, [], { accuracy: true, json: true });
    expect(JSON.parse(json.out).figures).toEqual(figures);
  });
});
