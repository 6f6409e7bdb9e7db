import { afterAll, describe, expect, it } from 'vitest';
import { showCommand } from '../../src/cli/show.ts';
import { type MentionId, makeId } from '../../src/model/id.ts';
import { actGraph } from '../helpers/act-graph.ts';
import { makeGraphFolder, runCommand } from '../helpers/run-command.ts';
import { sampleGraph } from '../helpers/sample-graph.ts';
import { LONG_WORDS, speechGraph } from '../helpers/speech-graph.ts';

const folder = makeGraphFolder();
afterAll(() => folder.dispose());
const graph = folder.store(sampleGraph);

describe('stemma show', () => {
  it('tells all about a name: statements with sentences, who denies what, contradictions, why it is one', async () => {
    const { code, out } = await runCommand(showCommand, ['ada', 'quill'], { graph });
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'Ada Quill — Person',
      '  written as Ada Quill (2)',
      '  2 mentions in 2 documents',
    ]);
    expect(out).toContain('Ada Quill — HEAD_OF_STATE_OF (president) → Norland [1 independent source]');
    expect(out).toContain(
      '    “Ada Quill, president of Norland, met Boris Hale on Monday” — Norland Post, 2031-05-02 (first.txt)',
    );
    expect(out).toContain(
      'Boris Hale — MET_WITH (denied the talks) → Ada Quill [denied; disputed; 1 independent source; says Boris Hale]',
    );
    expect(out).toContain('disputed; 1 independent source; Monday, 2031-04-28]');
    expect(out).toContain('[follows from other statements]\n    because Ada Quill — HEAD_OF_STATE_OF');
    expect(out).toMatch(/The documents disagree.*\n {4}One source affirms what another denies\./);
    expect(out).toMatch(/Why these names are taken for one:\n {4}Same full name/);
  });

  it('tells what a name says apart from what is said of it, each with its place', async () => {
    const spoken = folder.store(speechGraph);
    const { out } = await runCommand(showCommand, ['Boris Hale'], { graph: spoken });
    expect(out).toContain(
      '\nSays:\n    say: “met Boris Hale” [denied]\n        — Norland Post, 2031-05-02 (first.txt)\n',
    );
    expect(out).not.toContain('says he');
    const long = await runCommand(showCommand, ['Ada Quill'], { graph: spoken });
    expect(long.out).toContain(`    tell: “${LONG_WORDS.replace('\n', ' ')}” [2 independent sources]\n`);
    expect((await runCommand(showCommand, ['Ada Quill'], { graph })).out).not.toContain('Says:');
  });

  it('tells what a name did, the best supported first, ten unless all are asked for', async () => {
    const busy = folder.store(actGraph);
    const { out } = await runCommand(showCommand, ['Ada Quill'], { graph: busy });
    const [, told = ''] = out.split('\nDid, or had done to it:\n');
    expect(told).toMatch(/^ {4}avoid Boris Hale \[denied; 2 independent sources\]\n {8}“Ada Quill, president/);
    expect(told.split('\n').filter((line) => /^ {4}(?:avoid|close|resigned)/.test(line))).toHaveLength(10);
    expect(told).toContain('\n    … and 2 more (--all)\n');
    expect(out).not.toContain('— avoid →');
    const all = await runCommand(showCommand, ['Ada Quill'], { graph: busy, all: true });
    expect(all.out.split('\n').filter((line) => /^ {4}(?:avoid|close|resigned)/.test(line))).toHaveLength(12);
    expect(all.out).toContain('\n    resigned on Monday\n');
    expect((await runCommand(showCommand, ['Ada Quill'], { graph })).out).not.toContain('Did,');
  });

  it('prints a sentence once that says a thing twice', async () => {
    const claims = sampleGraph.claims.map((claim) => ({
      ...claim,
      evidence: claim.evidence.flatMap((one) => [one, one]),
    }));
    const twice = folder.store({ ...sampleGraph, claims });
    const { out } = await runCommand(showCommand, ['Ada Quill'], { graph: twice });
    expect(out).toBe((await runCommand(showCommand, ['Ada Quill'], { graph })).out);
  });

  it('gives the same as JSON', async () => {
    const { out } = await runCommand(showCommand, ['Ada Quill'], { graph, json: true });
    const { entity, documents, claims, conflicts, decisions } = JSON.parse(out);
    expect([entity.name, documents, claims.length, conflicts.length, decisions.length]).toEqual([
      'Ada Quill',
      2,
      4,
      1,
      1,
    ]);
    expect(claims[0].type).toBe('HEAD_OF_STATE_OF');
  });

  it('tells who else is meant by what was typed, and asks for a name where none is', async () => {
    const entity = (name: string, aliases: readonly string[], mentionIds: readonly MentionId[]) => ({
      ...{ id: makeId('entity', name, ...aliases), type: 'Person', name, sameAs: [], mentionIds },
      aliases: [name, ...aliases].map((alias) => ({ name: alias, count: 1 })),
    });
    const [first, second] = sampleGraph.mentions.map(({ mention }) => mention.id) as [MentionId, MentionId];
    const people = [
      entity('Tova Lindqvist', ['Lindqvist'], [first, second]),
      entity('Marek Lindqvist', [], [first]),
      entity('Ivo Lindqvistson', [], [first]),
      entity('Ivo Rendel', [], [first, second]),
      entity('Ivo Rendel', ['I. Rendel'], [first]),
    ];
    const named = folder.store({
      ...sampleGraph,
      entities: [...sampleGraph.entities, ...people].sort((a, b) => (a.id < b.id ? -1 : 1)),
    });
    const say = async (name: string) => (await runCommand(showCommand, [name], { graph: named })).said;
    expect(await say('lindqvist')).toBe('This is Tova Lindqvist; also: Marek Lindqvist — write more of the name.\n');
    expect(await say('Tova Lindqvist')).toBe('');
    expect(await say('Ivo Rendel')).toBe(
      `This is Ivo Rendel; also: Ivo Rendel (${people[4]?.id}) — write more of the name.\n`,
    );
    expect(await say(people[4]?.id ?? '')).toBe('');
    expect(await say(' ')).toMatch(/^bad-input: stemma: expected a name, found none → Write a name/);
  });

  it('refuses a name that nobody has, and a graph that is not there', async () => {
    expect((await runCommand(showCommand, ['Zed'], { graph })).said).toMatch(/^not-found: .* → /);
    expect((await runCommand(showCommand, ['Zed'], { graph: folder.at('none') })).said).toMatch(
      /^graph-missing: .* → /,
    );
  });
});
