import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { KnownError } from '../../src/errors.ts';
import { loadOntology } from '../../src/store/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'stemma-ontology-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function load(text: string, name = 'own.json') {
  const path = join(folder, name);
  writeFileSync(path, text);
  return loadOntology(path);
}

/** The error as `code: line, field`, with what it says afterwards. */
function trouble(text: string): string {
  try {
    load(text);
  } catch (cause) {
    if (!(cause instanceof KnownError)) throw cause;
    const [, line, field, found] = /, line (\d+), ([^ ]+): (.*)/s.exec(cause.message) ?? [];
    return `${cause.code}: ${line}, ${field}: ${found}`;
  }
  return 'no error';
}

const lines = (...more: string[]): string =>
  [
    '{',
    '  "version": 1,',
    '  "entityTypes": [',
    '    {"name": "Person", "label": "person"},',
    '    {"name": "Ship", "label": "ship"}',
    '  ],',
    '  "relationTypes": [',
    ...more,
    '  ]',
    '}',
  ].join('\n');

describe('an ontology', () => {
  it('that is built in is the file of the project, whole', () => {
    const file = JSON.parse(readFileSync(new URL('../../data/ontology.json', import.meta.url), 'utf8'));
    expect(loadOntology()).toEqual(file);
  });

  it('of a user may leave out what has a plain meaning', () => {
    const own = load(lines('{"name": "SAILS", "label": "sails", "domain": ["Person"], "range": ["Ship"]}'));
    expect(own.relationTypes).toEqual([
      {
        ...{ name: 'SAILS', label: 'sails', domain: ['Person'], range: ['Ship'] },
        ...{ symmetric: false, functional: null, implies: [], family: 'other', triggers: [] },
      },
    ]);
  });

  it('looks triggers up in small letters, with one blank between words', () => {
    const relation = '{"name": "A", "label": "a", "domain": ["Ship"], "range": ["Ship"], "triggers": [" Set  Sail"]}';
    expect(load(lines(relation)).relationTypes[0]?.triggers).toEqual(['set sail']);
  });

  it('may be written in YAML', () => {
    const own = load('version: 1\nentityTypes:\n  - {name: Ship, label: ship}\nrelationTypes: []\n', 'own.yaml');
    expect(own.entityTypes).toEqual([{ name: 'Ship', label: 'ship' }]);
  });

  it.each([
    [
      '{"name": "SAILS", "label": "sails", "domain": ["Person"], "range": ["Boat"]}',
      '8, relationTypes[0].range[0]',
      'Boat',
    ],
    ['{"name": "SAILS", "label": "sails", "range": ["Ship"]}', '8, relationTypes[0].domain', 'array'],
    ['{"name": "SAI LS", "label": "x", "domain": ["Ship"], "range": ["Ship"]}', '8, relationTypes[0].name', 'letters'],
    [
      '\n\n{"name": "A", "label": "x", "domain": ["Ship"], "range": ["Ship"],\n"functional": "all"}',
      '11, relationTypes[0].functional',
      'subject',
    ],
    [
      '{"name": "A", "label": "x", "domain": ["Ship"], "range": ["Ship"], "implies": ["B"]}',
      '8, relationTypes[0].implies[0]',
      'B',
    ],
    [
      '{"name": "A", "label": "x", "domain": ["Ship"], "range": ["Ship"]},\n{"name": "A", "label": "x", "domain": ["Ship"], "range": ["Ship"]}',
      '9, relationTypes[1].name',
      'twice',
    ],
    [
      '{"name": "A", "label": "x", "domain": ["Ship"], "range": ["Ship"], "colour": 1}',
      '8, relationTypes[0]',
      'colour',
    ],
    [
      '{"name": "A", "label": "x", "domain": ["Ship"], "range": ["Ship"], "triggers": [\n" "]}',
      '9, relationTypes[0].triggers[0]',
      'a verb or a noun',
    ],
    [
      '{"name": "A", "label": "x", "domain": ["Ship"], "range": ["Person"], "symmetric": true}',
      '8, relationTypes[0].range',
      'symmetric',
    ],
    [
      '\n{"name": "CONTRADICTS", "label": "x", "domain": ["Ship"], "range": ["Ship"]}',
      '9, relationTypes[0].name',
      'what every graph calls a relationship of its own; choose another name',
    ],
    ['{"name": "A"', '9, file', '}'],
  ])('with a mistake names line and field: %s', (relation, place, found) => {
    const told = trouble(lines(relation));
    expect(told).toContain(`bad-ontology: ${place}`);
    expect(told).toContain(found);
  });

  it.each(['Document', 'Claim', 'Entity', 'Chunk', 'Retired', 'StemmaGraph', 'Value'])(
    'may not call a type of things %s',
    (name) => {
      const told = trouble(lines().replace('"Ship"', `"${name}"`));
      expect(told).toContain('bad-ontology: 5, entityTypes[1].name');
      expect(told).toContain(`"${name}" is a label that every graph has; choose another name`);
    },
  );

  it.each([
    ['', '1, file: expected version, entityTypes and relationTypes, or one relation a line'],
    ['[]', '1, file: expected version, entityTypes and relationTypes, or one relation a line'],
    ['{"version": 1}', '1, entityTypes'],
    ['{"version": "one", "entityTypes": [{"name": "A", "label": "a"}], "relationTypes": []}', '1, version'],
  ])('that is none is told: %s', (text, place) => {
    expect(trouble(text)).toContain(`bad-ontology: ${place}`);
  });

  it('that is not there is told', () => {
    expect(() => loadOntology(join(folder, 'absent.json'))).toThrow(KnownError);
  });
});
