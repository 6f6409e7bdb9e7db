// The command line as people meet it: real processes, the built program, good and bad input, exit codes.
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(ROOT, 'dist/cli/main.js');
const ARTICLES = join(ROOT, 'data/articles');
const folder = mkdtempSync(join(tmpdir(), 'stemma-cli-'));
const graph = join(folder, 'sample.stemma');

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

function stemma(...parameters: string[]): Promise<Outcome> {
  return stemmaIn({}, ...parameters);
}

/** Every process is given the same sentence on stdin. */
function stemmaIn(environment: Record<string, string>, ...parameters: string[]): Promise<Outcome> {
  return new Promise((settle) => {
    const child = execFile(
      process.execPath,
      [PROGRAM, ...parameters],
      {
        cwd: folder,
        env: { ...process.env, ...environment },
        maxBuffer: 256 * 1024 * 1024,
        timeout: 110_000,
        killSignal: 'SIGKILL',
      },
      (error, out, said) => settle({ code: error === null ? 0 : Number(error.code), out, said }),
    );
    child.stdin?.on('error', () => {}); // most end without reading it
    child.stdin?.end('Ada Quill met Boris Hale.\n');
  });
}

/** A folder with these files. */
function makeFolder(name: string, files: Record<string, string | Uint8Array>): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
  return path;
}

beforeAll(async () => {
  const { code, said } = await stemma('build', ARTICLES, '--graph', graph);
  expect(said).toContain('Look at it with');
  expect(code).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line', () => {
  it('builds equal bytes twice, and whatever the order of the paths', async () => {
    const files = ['scan-0217-kyiv-shrugs.txt', 'northgate-courier-kuleba.html', 'clippings-february.jsonl'];
    const paths = files.map((file) => join(ARTICLES, file));
    for (const [name, order] of [
      ['a', paths],
      ['b', [...paths].reverse()],
    ] as const) {
      expect((await stemma('build', ...order, '--graph', join(folder, `${name}.stemma`))).code).toBe(0);
      expect(
        (await stemma('export', 'jsonl', '--graph', join(folder, `${name}.stemma`), '-o', join(folder, name))).code,
      ).toBe(0);
    }
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe(readFileSync(join(folder, 'b'), 'utf8'));
    rmSync(join(folder, 'a.stemma'));
    rmSync(join(folder, 'b.stemma'));
  });

  it('answers Cypher, words and names', async () => {
    const cypher = 'MATCH (p:Person)-[r:HEAD_OF_STATE_OF]->(c:Place) RETURN p.name, c.name, r.quotes';
    const { out } = await stemma('query', cypher, '--json', '--graph', graph);
    const { columns, rows } = JSON.parse(out) as { columns: string[]; rows: unknown[][] };
    expect(columns).toEqual(['p.name', 'c.name', 'r.quotes']);
    expect(rows.some(([, place]) => place === 'Ukraine')).toBe(true);
    expect((await stemma('search', 'embassy', '--graph', graph)).out).toContain('mbassy');
    const shown = await stemma('show', 'NATO', '--graph', graph);
    expect(shown.out).toContain('LEADS');
    expect(shown.out).toContain('“');
  });

  it('every quote of every evidence is the text at its offsets', async () => {
    const { out } = await stemma('export', 'jsonl', '--graph', graph);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const texts = new Map(lines.filter(({ kind }) => kind === 'document').map(({ id, text }) => [id, text]));
    const evidence = lines.filter(({ kind }) => kind === 'claim').flatMap((claim) => claim.evidence);
    expect(evidence.length).toBeGreaterThan(50);
    for (const { document, start, end, quote } of evidence) expect(texts.get(document).slice(start, end)).toBe(quote);
  });

  it('refuses, with a hint and exit code 1, what it cannot work with', async () => {
    const notGraph = join(folder, 'letter.stemma.txt');
    writeFileSync(notGraph, 'Dear Ada, this is a letter and no graph at all.\n'.repeat(40));
    const cases = [
      await stemma('build', makeFolder('empty', {}), '--graph', join(folder, 'x1.stemma')),
      await stemma('build', join(folder, 'nowhere'), '--graph', join(folder, 'x2.stemma')),
      await stemma('stats', '--graph', notGraph),
      await stemma('stats', '--graph', join(folder, 'none.stemma')),
      await stemma('build', ARTICLES, '--graph', '/proc/stemma/x.stemma'),
      await stemma('export', 'origami', '--graph', graph),
      await stemma('query', 'MATCH (a RETURN a', '--graph', graph),
      await stemma('query', 'CREATE (a:Entity) RETURN a', '--graph', graph),
      await stemma('show', 'Nobody By This Name', '--graph', graph),
      await stemma('remove', 'no-such.txt', '--graph', graph),
      await stemmaIn({ NEO4J_PASSWORD: 'x' }, 'push', '--uri', 'bolt://127.0.0.1:1', '--graph', graph),
    ];
    for (const { code, said } of cases) {
      expect(said).toContain('→');
      expect(code).toBe(1);
    }
  });

  it('says 2 for wrong usage', async () => {
    expect(await stemma('build')).toMatchObject({ code: 2, said: expect.stringContaining('`stemma build --help`') });
    expect(await stemma('fly')).toMatchObject({ code: 2, said: expect.stringContaining('`stemma --help`') });
    expect((await stemma('parse', '--format', 'braille', ARTICLES)).code).toBe(2);
    for (const option of [
      ['view', '--port', 'abc'],
      ['review', '--limit', '0'],
      ['path', 'A', 'B', '--max-steps', '-1'],
    ])
      expect((await stemma(...option, '--graph', graph)).code).toBe(2);
    expect((await stemma('--help')).code).toBe(0);
  });

  it('says that Ctrl-C was heard within a document, and ends at the second one', async () => {
    const sentence = 'Ada Quill, the president of Norland, met Boris Hale in Paris on Monday. ';
    const path = makeFolder('endless', { 'long.txt': sentence.repeat(1_000) });
    const child = spawn(process.execPath, [PROGRAM, 'build', path, '--graph', join(folder, 'endless.graph')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      const before = said;
      said += text;
      for (const word of ['Understanding 1 document', 'Stopping after'])
        if (said.includes(word) && !before.includes(word)) child.kill('SIGINT');
    });
    const signal = await new Promise((settle) => child.on('exit', (_, name) => settle(name)));
    expect(said).toMatch(/Understanding 1 document …\nStopping after the document at hand.* is kept .*\n$/);
    expect(signal).toBe('SIGINT');
  });

  it('reads what can be read, names the rest, and ends with 3', async () => {
    const mixed = makeFolder('mixed', {
      'good.txt': 'Ada Quill, the president of Norland, met Boris Hale in Paris on Monday.',
      'binary.txt': new Uint8Array([1, 0, 0, 0, 7, 0, 0, 0, 200, 201, 0, 0, 3]),
      'broken.eml': '\u0001\u0002\u0003',
      'picture.png': new Uint8Array([137, 80, 78, 71]),
    });
    const { code, said, out } = await stemma('build', mixed, '--graph', join(folder, 'mixed.graph'), '--json');
    expect(code).toBe(3);
    expect(said).toBe('');
    const summary = JSON.parse(out);
    expect(summary.documents.total).toBe(1);
    expect(summary.failures.map(({ source }: { source: string }) => source)).toEqual([
      'binary.txt',
      'broken.eml',
      'picture.png',
    ]);
  });

  it('takes a line of 50 MB', async () => {
    const wide = makeFolder('wide', { 'wide.txt': 'The boat left the harbour and '.repeat(1_750_000) });
    const { code, said } = await stemma('build', wide, '--graph', join(folder, 'wide.graph'));
    expect(said).toContain('Read 1 document');
    expect(code).toBe(0);
  });

  it('parses and lists facts, and ends with 0 on an empty document', async () => {
    const empty = makeFolder('nothing', { 'empty.txt': '' });
    expect(await stemma('parse', empty, '--format', 'conllu')).toMatchObject({
      code: 0,
      out: '# newdoc id = empty.txt\n',
    });
    expect(await stemma('facts', empty)).toMatchObject({ code: 0, out: '' });
    const { code, out } = await stemma('parse', '-');
    expect([code, out.split('\n')[0]]).toEqual([0, '# newdoc id = stdin']);
    expect(out).toContain('Quill');
  });

  it('removes a document with its claims, and brings the graph back when it is built again', async () => {
    const { out: before } = await stemma('export', 'jsonl', '--graph', graph);
    expect((await stemma('remove', 'scan-0217-kyiv-shrugs.txt', '--graph', graph)).code).toBe(0);
    const { out: without } = await stemma('export', 'jsonl', '--graph', graph);
    expect(without).not.toContain('scan-0217-kyiv-shrugs.txt');
    await stemma('build', join(ARTICLES, 'scan-0217-kyiv-shrugs.txt'), '--graph', graph);
    await stemma('build', ARTICLES, '--graph', graph);
    expect((await stemma('export', 'jsonl', '--graph', graph)).out).toBe(before);
  });
});
