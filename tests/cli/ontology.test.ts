// docs/ontology.md by its own example: the short form, the claims that it says come out, and the error that it shows.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { buildCommand } from '../../src/cli/build.ts';
import { factsCommand } from '../../src/cli/facts.ts';
import { queryCommand } from '../../src/cli/query.ts';
import { openStoredGraph } from '../../src/store/index.ts';
import { makeGraphFolder, runCommand } from '../helpers/run-command.ts';

const page = readFileSync(new URL('../../docs/ontology.md', import.meta.url), 'utf8');
const folder = makeGraphFolder();
afterAll(() => folder.dispose());

/** The fenced block of that name. */
function block(name: string): string {
  const found = new RegExp(`^\`\`\`${name}\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1];
  if (found === undefined) throw new Error(`docs/ontology.md has no block ${name}`);
  return found;
}

describe('docs/ontology.md', () => {
  it('gives the claims that it shows', async () => {
    writeFileSync(folder.at('sanctions.txt'), block('ontology'));
    writeFileSync(folder.at('text.md'), block('text'));
    const graph = folder.at('own.stemma');
    const built = await runCommand(buildCommand, [folder.at('text.md')], {
      graph,
      ontology: folder.at('sanctions.txt'),
    });
    expect(built.code).toBe(0);
    const rows = async (query: string): Promise<string[]> => {
      const { out } = await runCommand(queryCommand, [query], { graph, json: true });
      const table = JSON.parse(out) as { rows: Record<string, string>[] } | Record<string, string>[];
      return (Array.isArray(table) ? table : table.rows).map((row) => Object.values(row).join(' '));
    };
    const claims = await rows(
      'MATCH (c:Claim)-[:SUBJECT]->(a), (c)-[:OBJECT]->(b) RETURN a.name, coalesce(c.type, c.predicate), b.name, c.polarity, c.modality',
    );
    expect(claims.sort()).toEqual(block('claims').trim().split('\n').sort());
    // The viewer calls types as the file does.
    const view = openStoredGraph(graph);
    expect(view.ontology?.relationTypes[0]?.name).toBe('SANCTIONED');
    view.close();
    const edges = await rows('MATCH (a)-[:SANCTIONED]->(b) RETURN a.name, b.name');
    expect(edges.sort()).toEqual(['Denmark Vostok Bank', 'Norway Vostok Bank']);
  });

  it('is told of in the help of each command that takes it; `default` is known to all of them', async () => {
    for (const { options } of [buildCommand, factsCommand])
      expect(options.find(({ flags }) => flags.startsWith('--ontology'))?.summary).toContain('`default`');
    writeFileSync(folder.at('short.md'), 'Norway listed the Vostok Bank.');
    const { code, out } = await runCommand(factsCommand, [folder.at('short.md')], { ontology: 'default' });
    expect([code, JSON.parse(out).predicate]).toEqual([0, 'listed']);
  });

  it('names the line that cannot be read, as it shows', async () => {
    const broken = block('ontology').replace('Place|Organization → Person', 'Company → Person');
    writeFileSync(folder.at('broken.txt'), broken);
    const { code, said } = await runCommand(buildCommand, [folder.at('text.md')], {
      ...{ graph: folder.at('broken.stemma'), ontology: folder.at('broken.txt') },
    });
    expect(code).toBe(1);
    expect(said.replace(folder.at('broken.txt'), 'sanctions.txt').replace(/ → Write.*/s, '')).toBe(
      block('error').trim(),
    );
  });
});
