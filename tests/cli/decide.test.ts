import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { differentCommand, sameCommand, withGraph } from '../../src/cli/decide.ts';
import { decisionsCommand } from '../../src/cli/decisions.ts';
import { splitCommand } from '../../src/cli/split.ts';
import { undoCommand } from '../../src/cli/undo.ts';
import { storeNames } from '../helpers/named-graph.ts';
import { makeGraphFolder, runCommand } from '../helpers/run-command.ts';

const TEXTS = {
  'north/a.txt': '[Ivo Rendel] came to the mine with [Tova Lindqvist].',
  'north/b.txt': '[Ivo Rendel] left the mine. [T. Marrow] stayed.',
  'south/c.txt': '[Ivo Rendel] sings. [Tom Marrow] listens.',
};

const folder = makeGraphFolder();
afterAll(() => folder.dispose());
let graph = '';
let made = 0;
beforeEach(() => {
  made += 1;
  graph = folder.at(`names-${made}.stemma`);
  storeNames(graph, TEXTS);
});

/** Each entity of that name as the sources in which it stands, sorted. */
function placesOf(name: string, path = graph): string[] {
  return withGraph(path, (view) =>
    [...view.entities()]
      .filter((entity) => entity.aliases.some((alias) => alias.name === name))
      .map((entity) => {
        const ids = new Set(entity.mentionIds.map((id) => view.mention(id)?.documentId));
        return [...view.documents()]
          .flatMap(({ document }) => (ids.has(document.id) ? [document.source] : []))
          .sort()
          .join('+');
      })
      .sort(),
  );
}

const ALL = ['north/a.txt+north/b.txt+south/c.txt'];

describe('stemma same and different', () => {
  it('part one name by the documents it stands in, and join it again', async () => {
    expect(placesOf('Ivo Rendel')).toEqual(ALL);
    const parted = await runCommand(differentCommand, ['Ivo Rendel@a.txt', 'Ivo Rendel@south/c.txt'], { graph });
    expect(parted.code).toBe(0);
    expect(parted.out).toContain('in north/a.txt');
    expect(placesOf('Ivo Rendel').length).toBeGreaterThan(1);
    expect((await runCommand(sameCommand, ['Ivo Rendel@a.txt', 'Ivo Rendel@c.txt'], { graph })).code).toBe(0);
    expect(placesOf('Ivo Rendel')).toEqual(ALL);
  });

  it('join two names, and keep who said so, why and when', async () => {
    expect(placesOf('Tova Lindqvist')).toEqual(['north/a.txt']);
    const options = { graph, by: 'Ada', note: 'She changed her name.', json: true };
    const { out } = await runCommand(sameCommand, ['Tova Lindqvist', 'Tom Marrow'], options);
    expect(JSON.parse(out)).toMatchObject({ decision: { verdict: 'same', by: 'person:Ada', score: 1 } });
    expect(placesOf('Tova Lindqvist')[0]).toContain('south/c.txt');
    const log = (await runCommand(decisionsCommand, [], { graph })).out;
    expect(JSON.parse(log)).toMatchObject({ by: 'person:Ada', reasons: ['She changed her name.'], act: 1 });
    expect(JSON.parse(log).at).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('tell what stays apart where another text names both, and how to join that too', async () => {
    const path = folder.at('both.stemma');
    storeNames(path, {
      'a.txt': '[Ada Quill] sings.',
      'b.txt': '[Mara Vane] listens.',
      'c.txt': '[Ada Quill] met [Mara Vane].',
    });
    const first = await runCommand(sameCommand, ['Ada Quill', 'Mara Vane'], { graph: path });
    expect(first.said).toContain(
      'Mara Vane stays apart in c.txt, where both are named: stemma same "Ada Quill@c.txt" "Mara Vane@c.txt" joins them there.',
    );
    const second = await runCommand(sameCommand, ['Ada Quill@c.txt', 'Mara Vane@c.txt'], { graph: path });
    expect(second.said).not.toContain('apart');
    expect(placesOf('Mara Vane', path)).toEqual(['a.txt+b.txt+c.txt']);
  });

  it('are refused where they say nothing', async () => {
    const told = async (...names: string[]) =>
      (await runCommand(differentCommand, names, { graph })).said.split(':')[0];
    expect(await told('Ivo Rendel', 'ivo rendel')).toBe('bad-input');
    expect(await told('Ivo Rendel', 'Nobody')).toBe('not-found');
    expect(await told('Ivo Rendel@a.txt', 'Tova Lindqvist@c.txt')).toBe('not-found');
    expect(placesOf('Ivo Rendel')).toEqual(ALL);
  });

  it('never guess which of several things of one name is meant, and say where each stands', async () => {
    await runCommand(differentCommand, ['Ivo Rendel@a.txt', 'Ivo Rendel@c.txt'], { graph });
    const before = placesOf('Ivo Rendel');
    const { said } = await runCommand(sameCommand, ['Ivo Rendel', 'Tom Marrow'], { graph });
    expect(said).toMatch(/^ambiguous-name: .*Ivo Rendel \(north\/a\.txt\), .*Ivo Rendel \(south\/c\.txt\)/);
    expect(placesOf('Ivo Rendel')).toEqual(before);
    const placed = await runCommand(sameCommand, ['Ivo Rendel@c.txt', 'Tom Marrow'], { graph });
    expect(placed.code).toBe(0);
  });
});

describe('a word that earlier ones forbid', () => {
  it('is refused and not kept, whichever of the three comes last', async () => {
    const [tova, short, tom] = ['Tova Lindqvist@a.txt', 'T. Marrow@b.txt', 'Tom Marrow@c.txt'];
    const words: readonly (readonly [typeof sameCommand, string, string])[] = [
      [differentCommand, tova, tom],
      [sameCommand, tova, short],
      [sameCommand, short, tom],
    ];
    for (const last of words.keys()) {
      const path = folder.at(`forbidden-${last}.stemma`);
      storeNames(path, TEXTS);
      const first = words.filter((_, place) => place !== last);
      for (const [command, ...names] of first) {
        expect((await runCommand(command, names, { graph: path })).code).toBe(0);
      }
      const [command, ...names] = words[last] ?? [sameCommand];
      expect((await runCommand(command, names, { graph: path })).said).toMatch(/^bad-input: .*earlier decisions/);
      const kept = (await runCommand(decisionsCommand, [], { graph: path })).out.trim().split('\n');
      expect(kept).toHaveLength(2);
    }
  });
});

describe('stemma split', () => {
  it('lists where a name stands, parts the documents named, and is taken back as one', async () => {
    const listed = await runCommand(splitCommand, ['Ivo Rendel'], { graph });
    expect(listed.out).toBe('north/a.txt\nnorth/b.txt\nsouth/c.txt\n');
    const { code, out } = await runCommand(splitCommand, ['Ivo Rendel', 'c.txt'], { graph });
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(placesOf('Ivo Rendel')).toEqual(['north/a.txt+north/b.txt', 'south/c.txt']);
    const undone = await runCommand(undoCommand, [], { graph });
    expect(undone.said).toContain('Took back 3 decisions');
    expect(placesOf('Ivo Rendel')).toEqual(ALL);
    const empty = await runCommand(undoCommand, [], { graph });
    expect(empty.said).toMatch(/^not-found: undo: expected a decision of a person.* → Nothing is left to take back/);
  });

  it('is refused where nothing is left on one side', async () => {
    const all = Object.keys(TEXTS);
    expect((await runCommand(splitCommand, ['Ivo Rendel', ...all], { graph })).said).toMatch(/^bad-input: /);
    expect((await runCommand(splitCommand, ['Tova Lindqvist', 'c.txt'], { graph })).said).toMatch(/^not-found: /);
  });
});

describe('stemma decisions', () => {
  it('carries what was decided to another graph of the same documents, once', async () => {
    await runCommand(splitCommand, ['Ivo Rendel', 'c.txt'], { graph });
    await runCommand(sameCommand, ['Tova Lindqvist', 'T. Marrow'], { graph });
    await runCommand(undoCommand, [], { graph });
    const file = folder.at('decisions.jsonl');
    expect((await runCommand(decisionsCommand, [], { graph, output: file })).said).toContain('Wrote 3 decisions');
    const other = folder.at('other.stemma');
    storeNames(other, TEXTS);
    const options = { graph: other, import: file };
    expect((await runCommand(decisionsCommand, [], options)).said).toContain('Took over 3 decisions.');
    expect(placesOf('Ivo Rendel', other)).toEqual(['north/a.txt+north/b.txt', 'south/c.txt']);
    expect((await runCommand(decisionsCommand, [], options)).said).toContain('Took over 0 decisions; 3 stood here');
    const own = { graph, import: file };
    expect((await runCommand(decisionsCommand, [], own)).said).toContain('Took over 0 decisions; 3 stood here');
    expect((await runCommand(decisionsCommand, [], { graph: other })).out).toBe(readFileSync(file, 'utf8'));
    expect((await runCommand(decisionsCommand, [], { graph, all: true })).out.trim().split('\n')).toHaveLength(4);
    await runCommand(undoCommand, [], { graph: other });
    expect(placesOf('Ivo Rendel', other)).toEqual(ALL);
  });

  it('leaves out what decisions of the graph forbid, and says so', async () => {
    await runCommand(sameCommand, ['Tova Lindqvist@a.txt', 'T. Marrow@b.txt'], { graph });
    await runCommand(sameCommand, ['T. Marrow@b.txt', 'Tom Marrow@c.txt'], { graph });
    const file = folder.at('others.jsonl');
    await runCommand(decisionsCommand, [], { graph, output: file });
    const other = folder.at('parted.stemma');
    storeNames(other, TEXTS);
    await runCommand(differentCommand, ['Tova Lindqvist@a.txt', 'Tom Marrow@c.txt'], { graph: other });
    const { said } = await runCommand(decisionsCommand, [], { graph: other, import: file });
    expect(said).toContain('Took over 1 decision.');
    expect(said).toMatch(/Left out, since earlier decisions say otherwise: .* and .*, same\./);
    expect((await runCommand(decisionsCommand, [], { graph: other })).out.trim().split('\n')).toHaveLength(2);
  });

  it('names the line and the field that are wrong, and takes over nothing', async () => {
    await runCommand(splitCommand, ['Ivo Rendel', 'c.txt'], { graph });
    const [line = ''] = (await runCommand(decisionsCommand, [], { graph })).out.split('\n');
    const file = folder.at('wrong.jsonl');
    for (const [content, told] of [
      [`${line}\nnonsense`, /bad-input: .*line 2, found something else/],
      [line.replace('"person"', '"names@1"'), /line 1, found a wrong "by"/],
      [line.replace('"start":0', '"start":-1'), /line 1, found a wrong "(left|right)\.start"/],
    ] as const) {
      writeFileSync(file, content);
      expect((await runCommand(decisionsCommand, [], { graph, import: file })).said).toMatch(told);
    }
    expect((await runCommand(decisionsCommand, [], { graph, import: folder.at('none') })).said).toMatch(
      /^path-missing: /,
    );
    expect((await runCommand(decisionsCommand, [], { graph })).out.trim().split('\n')).toHaveLength(3);
  });
});
