// `npx tsx scripts/bench/look-up.ts [NAMES]...`: what one look into a large graph file takes of the processor, beside reading its tables whole.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command, Terminal } from '../../src/cli/command.ts';
import { conflictsCommand } from '../../src/cli/conflicts.ts';
import { pathCommand } from '../../src/cli/path.ts';
import { searchCommand } from '../../src/cli/search.ts';
import { showCommand } from '../../src/cli/show.ts';
import type { Decision, Entity, Graph, MentionRecord } from '../../src/model/graph.ts';
import { makeId } from '../../src/model/id.ts';
import { GraphStore, openStoredGraph } from '../../src/store/index.ts';
import { makeLargeGraph } from './large-graph.ts';

const CLAIMS_A_NAME = 3;
const MENTIONS_A_NAME = 10;

/** The generated graph, with mentions in documents and a decision for each that joined another. */
function fillGraph(names: number): Graph {
  const graph = makeLargeGraph(names, CLAIMS_A_NAME * names);
  const mentions: MentionRecord[] = [];
  const decisions: Decision[] = [];
  const entities = graph.entities.map((entity, place): Entity => {
    const own = Array.from({ length: MENTIONS_A_NAME }, (_, turn): MentionRecord => {
      const document = graph.documents[(place * MENTIONS_A_NAME + turn) % graph.documents.length]?.document;
      const id = makeId('mention', 'bench', place, turn);
      const start = place % 7;
      const { type } = entity;
      return {
        mention: {
          ...{ id, start, end: start + 3, head: 0, type, kind: 'name', referent: null, literal: null },
          score: 0.9,
          by: 'bench@1',
        },
        documentId: document?.id ?? makeId('document', ''),
        entity: entity.id,
      };
    });
    mentions.push(...own);
    for (const { mention } of own.slice(1)) {
      const [left, right] = [own[0]?.mention.id ?? mention.id, mention.id].sort();
      decisions.push({
        left,
        right,
        verdict: 'same',
        score: 0.95,
        reasons: ['Both bear the name.'],
        by: 'names@1',
      } as Decision);
    }
    return { ...entity, mentionIds: own.map(({ mention }) => mention.id).sort() };
  });
  const byId = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] =>
    [...items].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  return {
    ...graph,
    documents: byId(graph.documents, ({ document }) => document.id),
    entities: byId(entities, ({ id }) => id),
    mentions: byId(mentions, ({ mention }) => mention.id),
    claims: byId(graph.claims, ({ id }) => id),
    decisions: byId(decisions, ({ left, right, by }) => `${left} ${right} ${by}`),
  };
}

const silent: Terminal = {
  out: async () => {},
  say: () => {},
  keys: async function* () {},
  isInteractive: false,
  signal: new AbortController().signal,
};

async function time(told: string, act: () => unknown): Promise<void> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`  ${told.padEnd(40)} ${((user + system) / 1e6).toFixed(3)} s\n`);
}

async function measure(names: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-look-'));
  const path = join(folder, 'large.stemma');
  try {
    const graph = fillGraph(names);
    const store = new GraphStore(path);
    store.replace(store.state(), graph);
    store.close();
    const original = makeLargeGraph(names, CLAIMS_A_NAME * names).entities;
    const [hub, rare, other] = [0, names - 1, Math.floor(names / 2)].map((place) => original[place]?.id ?? '');
    process.stdout.write(`${names} names, ${graph.mentions.length} mentions, ${graph.claims.length} statements\n`);
    const look = (command: Command, ...words: readonly (string | undefined)[]) =>
      command.run(
        words.map((word) => word ?? ''),
        { graph: path },
        silent,
      );
    await time('show, one of few statements', () => look(showCommand, original[names - 1]?.name));
    await time('the same again', () => look(showCommand, original[names - 1]?.name));
    await time('show, the one of most statements', () => look(showCommand, hub));
    await time('path between two of few', () => look(pathCommand, rare, other));
    await time('path to the one of most', () => look(pathCommand, rare, hub));
    await time('conflicts of one', () => look(conflictsCommand, rare));
    await time('search', () => look(searchCommand, original[names - 1]?.name));
    const view = openStoredGraph(path);
    for (const table of ['entities', 'decisions', 'claims'] as const)
      await time(`all ${table}`, () => [...view[table]()].length);
    view.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const names of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000])
  await measure(names);
