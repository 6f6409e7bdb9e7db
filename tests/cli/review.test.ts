import { afterAll, describe, expect, it } from 'vitest';
import { withGraph } from '../../src/cli/decide.ts';
import { decisionsCommand } from '../../src/cli/decisions.ts';
import { reviewCommand } from '../../src/cli/review.ts';
import type { Decision, Graph } from '../../src/model/graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { listQuestions } from '../../src/query/index.ts';
import { storeNames } from '../helpers/named-graph.ts';
import { makeGraphFolder, runCommand } from '../helpers/run-command.ts';
import { sampleGraph } from '../helpers/sample-graph.ts';

const folder = makeGraphFolder();
afterAll(() => folder.dispose());

/** A graph with three people of whom the machine is not sure that they are three. */
function newGraph(name: string): string {
  const path = folder.at(`${name}.stemma`);
  const texts = {
    'a.txt': '[Ivo Rendel] came to the mine.',
    'b.txt': 'At night [Tova Lindqvist] left the harbour.',
    'c.txt': '[Marek Osei] slept in the town.',
  };
  storeNames(path, texts, (graph) => ({ ...graph, decisions: doubts(graph) }));
  return path;
}

/** Every two mentions, left open. */
function doubts({ mentions }: Graph): Decision[] {
  return mentions.flatMap(({ mention: left }, index) =>
    mentions.slice(index + 1).map(({ mention: right }): Decision => {
      return { left: left.id, right: right.id, verdict: 'unsure', score: 0.4, reasons: ['Both sleep.'], by: 'hand@1' };
    }),
  );
}

async function* typed(keys: string): AsyncIterable<string> {
  yield* keys;
}

const decided = async (graph: string): Promise<string[]> =>
  (await runCommand(decisionsCommand, [], { graph })).out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map(({ verdict, left, right }) => `${verdict}: ${[left.surface, right.surface].sort().join(', ')}`);

describe('the questions', () => {
  const decide = (verdict: Decision['verdict'], score: number, by = 'names@1'): Decision => {
    const [left, right] = sampleGraph.mentions;
    if (!left || !right) throw new Error('two mentions');
    return { left: left.mention.id, right: right.mention.id, verdict, score, reasons: [], by };
  };
  const ask = (...decisions: Decision[]) => listQuestions(viewGraph({ ...sampleGraph, decisions } satisfies Graph), []);
  const withRight = (decision: Decision, place: number): Decision => {
    return { ...decision, right: sampleGraph.mentions[place]?.mention.id ?? decision.right };
  };

  it('are the most doubtful first, those left open before all', () => {
    const scores = ask(
      withRight(decide('same', 0.9), 1),
      withRight(decide('same', 0.55), 2),
      withRight(decide('unsure', 0.35), 3),
    ).map(({ decision }) => decision.score);
    expect(scores[0]).toBe(0.35);
    expect(scores).toEqual([...scores.slice(0, 1), ...scores.slice(1).sort()]);
  });

  it('leave out what is sure, what people said, and the same pair twice', () => {
    expect(ask(decide('same', 0.98), decide('different', 0.01), decide('unsure', 0.5, 'person:Ada'))).toEqual([]);
    expect(ask(decide('same', 0.6), decide('unsure', 0.5))).toHaveLength(1);
  });
});

describe('stemma review', () => {
  it('shows both passages with the name marked, and why', async () => {
    const { said, out } = await runCommand(reviewCommand, [], { graph: newGraph('shown') }, typed('q'));
    expect(said).toMatch(/^\n1 of 3: one and the same\? 40 % likely; left open, so kept apart now\./);
    expect(said).toMatch(/ {4}“.*».+« .+” — \([abc]\.txt\)\n {2}.+\n {4}“/);
    expect(said).toContain('  · Both sleep.\n');
    expect(said).toContain('Nothing was decided.');
    expect(out).toBe('');
  });

  it('keeps an answer a key, and draws the graph with them', async () => {
    const graph = newGraph('answered');
    const questions = JSON.parse((await runCommand(reviewCommand, [], { graph, json: true })).out);
    expect(questions).toHaveLength(3);
    const { said } = await runCommand(reviewCommand, [], { graph, by: 'Ada' }, typed('s'.repeat(questions.length)));
    expect(said).toContain(`Kept ${questions.length} answers`);
    expect(await decided(graph)).toHaveLength(questions.length);
    const { left, right } = questions[0];
    const owners = withGraph(graph, (view) => [left, right].map(({ mention }) => view.mention(mention)?.entity));
    expect(owners[0]).toBe(owners[1]);
    expect(owners.every((owner) => typeof owner === 'string')).toBe(true);
    expect((await runCommand(reviewCommand, [], { graph }, typed('s'))).said).toContain('Nothing to ask');
  });

  it('goes back, waits on other keys, and leaves for later', async () => {
    const graph = newGraph('back');
    const { said } = await runCommand(reviewCommand, [], { graph }, typed('dbx'));
    expect(said).toContain('Nothing was decided.');
    expect(said.match(/1 of \d+:/g)).toHaveLength(2);
    expect(await decided(graph)).toEqual([]);
    const limited = await runCommand(reviewCommand, [], { graph, limit: '1' }, typed('us'));
    expect(limited.said).toContain('1 of 1:');
    expect(limited.said).toContain('Kept 1 answer,');
    expect((await decided(graph)).map((line) => line.split(':')[0])).toEqual(['unsure']);
    const later = newGraph('later');
    await runCommand(reviewCommand, [], { graph: later }, typed('nd'));
    expect((await decided(later)).map((line) => line.split(':')[0])).toEqual(['different']);
  });

  it('says which answer earlier ones forbid, keeps it not, and goes on', async () => {
    const graph = newGraph('forbidden');
    // Three names: two pairs are the same and the third is not.
    const { said } = await runCommand(reviewCommand, [], { graph }, typed('ssd'));
    expect(said).toMatch(
      /expected that “.+” \([abc]\.txt\) and “.+” \([abc]\.txt\) could be parted, found that earlier/,
    );
    expect(said).toContain('Kept 2 answers');
    expect((await decided(graph)).map((line) => line.split(':')[0])).toEqual(['same', 'same']);
  });

  it('refuses a limit that is none', async () => {
    expect((await runCommand(reviewCommand, [], { graph: newGraph('limit'), limit: '0' })).said).toMatch(
      /^bad-option: /,
    );
  });
});
