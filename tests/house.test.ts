// Who may import whom (design §2): reads the import lines and fails when the house rules are broken.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What each room may import beside itself, node's own modules and its libraries. `*` = every room. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  'errors.ts': [],
  'start-thread.ts': [],
  'hash-files.ts': [],
  read: ['model', 'errors.ts'],
  onnx: ['model', 'errors.ts'],
  extract: ['model', 'errors.ts', 'start-thread.ts', 'hash-files.ts', 'onnx'],
  resolve: ['model', 'errors.ts'],
  store: ['model', 'errors.ts'],
  query: ['model', 'errors.ts'],
  export: ['model', 'errors.ts'],
  neo4j: ['model', 'errors.ts'],
  'contradiction.ts': ['model', 'errors.ts', 'resolve', 'store'],
  'graph-memory.ts': ['model', 'errors.ts', 'hash-files.ts', 'resolve', 'store'],
  'change-graph.ts': ['model', 'errors.ts', 'store', 'contradiction.ts', 'graph-memory.ts'],
  'build-graph.ts': ['model', 'errors.ts', 'read', 'extract', 'store', 'change-graph.ts', 'graph-memory.ts'],
  server: ['model', 'errors.ts', 'start-thread.ts', 'build-graph.ts', 'change-graph.ts', 'query', 'export'],
  cli: ['*'],
  'index.ts': ['*'],
};

const LINE_LIMIT = 400;
const FORBIDDEN_NAMES = /^(utils?|helpers?|misc|common)(\.ts)?$/;

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'node_modules' ? [] : filesBelow(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const source = readFileSync(file, 'utf8');
  const pattern = /(?:^|\n)\s*(import|export)\s+(type\s)?[^'";]*?from\s*'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)/g;
  return [...source.matchAll(pattern)].map((match) => ({
    file,
    target: resolve(dirname(file), match[3] ?? match[4] ?? ''),
    typeOnly: match[2] !== undefined,
  }));
}

const sources = filesBelow(join(ROOT, 'src'));
const imports = sources.flatMap(importsOf);
const roomOf = (path: string): string => relative(join(ROOT, 'src'), path).split('/')[0] ?? '';

describe('the house', () => {
  it('lets a room import only what it may', () => {
    const broken = imports
      .filter(({ file, target }) => {
        const from = roomOf(file);
        const to = roomOf(target);
        if (to.startsWith('..')) return !target.endsWith('.json');
        const allowed = MAY_IMPORT[from];
        return from !== to && !(allowed?.includes('*') || allowed?.includes(to));
      })
      .map(({ file, target }) => `${relative(ROOT, file)} -> ${relative(ROOT, target)}`);
    expect(broken).toEqual([]);
  });

  it('knows every room', () => {
    const rooms = new Set(sources.map(roomOf));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it('has no import cycle, type imports counted', () => {
    const edges = new Map<string, string[]>();
    for (const { file, target } of imports) edges.set(file, [...(edges.get(file) ?? []), target]);
    expect(findCycle(edges)).toEqual([]);
  });

  it('lets the viewer take only types from model and server', () => {
    const broken = filesBelow(join(ROOT, 'viewer'))
      .flatMap(importsOf)
      .filter(({ target }) => target.startsWith(join(ROOT, 'src')))
      .filter(({ target, typeOnly }) => !typeOnly || !['model', 'server'].includes(roomOf(target)))
      .map(({ file, target }) => `${relative(ROOT, file)} -> ${relative(ROOT, target)}`);
    expect(broken).toEqual([]);
  });

  it('keeps files short and named after what they hold', () => {
    const files = [...sources, ...filesBelow(join(ROOT, 'viewer'))];
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > LINE_LIMIT);
    const vague = files.filter((file) => file.split('/').some((part) => FORBIDDEN_NAMES.test(part)));
    const odd = files.filter(
      (file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.config|\.d)?\.tsx?$/.test(file.split('/').at(-1) ?? ''),
    );
    expect({ long, vague, odd }).toEqual({ long: [], vague: [], odd: [] });
  });

  it('opens every file with a sentence on what it does', () => {
    const silent = sources.filter(
      (file) =>
        !readFileSync(file, 'utf8')
          .replace(/^#!.*\n/, '')
          .startsWith('//'),
    );
    expect(silent.map((file) => relative(ROOT, file))).toEqual([]);
  });

  it('prints and exits only in cli', () => {
    const loud = sources
      .filter((file) => roomOf(file) !== 'cli')
      .filter((file) => /\bconsole\.|process\.(stdout|stderr|exit)\b/.test(readFileSync(file, 'utf8')));
    expect(loud.map((file) => relative(ROOT, file))).toEqual([]);
  });

  it('the lock file names every optional package, whatever machine wrote it, or npm ci refuses it', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      ),
    );
    expect(missing).toEqual([]);
  });
});

/** The files of one cycle, in order, or an empty list. */
function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const visit = (file: string): string[] => {
    if (state.get(file) === 'done') return [];
    if (state.get(file) === 'open') return trail.slice(trail.indexOf(file)).map((path) => relative(ROOT, path));
    state.set(file, 'open');
    trail.push(file);
    for (const target of edges.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle.length > 0) return cycle;
    }
    trail.pop();
    state.set(file, 'done');
    return [];
  };
  for (const file of edges.keys()) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
