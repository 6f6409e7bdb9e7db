import { afterAll, describe, expect, it } from 'vitest';
import { conflictsCommand } from '../../src/cli/conflicts.ts';
import { makeGraphFolder, runCommand } from '../helpers/run-command.ts';
import { sampleGraph } from '../helpers/sample-graph.ts';

const folder = makeGraphFolder();
afterAll(() => folder.dispose());
const graph = folder.store(sampleGraph);

describe('stemma conflicts', () => {
  it('shows both sides with their sentences', async () => {
    const { out, said } = await runCommand(conflictsCommand, [], { graph });
    const [first, second] = out.split('  against\n');
    expect(first).toContain('1. One source affirms what another denies. [polarity]');
    for (const side of [first, second]) expect(side).toMatch(/MET_WITH.*\[.*\]\n {6}“.*” — .*\(first\.txt\)/);
    expect(out).toContain('[denied; disputed; 1 independent source; says Boris Hale]');
    expect(said).toContain('1 contradiction.');
  });

  it('keeps to one name, and to one kind', async () => {
    expect((await runCommand(conflictsCommand, ['Norland'], { graph, json: true })).out).toBe('[]\n');
    expect((await runCommand(conflictsCommand, [], { graph, type: 'role' })).said).toContain('do not contradict');
    const { out } = await runCommand(conflictsCommand, ['Boris', 'Hale'], { graph, type: 'polarity', json: true });
    expect(JSON.parse(out)).toMatchObject([{ type: 'polarity', claims: [{ type: 'MET_WITH' }, { type: 'MET_WITH' }] }]);
  });
});
