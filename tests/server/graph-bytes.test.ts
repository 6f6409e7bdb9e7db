// A graph as bytes and back: whatever it holds, the page reads what the server wrote.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as format from '../../src/server/graph-bytes.ts';
import { makeGraphPayload } from '../../src/server/graph-payload.ts';
import type { GraphPayload } from '../../src/server/payload.ts';
import { FORMAT, readGraph } from '../../viewer/read-graph.ts';
import { readJson } from '../../viewer/read-json.ts';
import { anyCharacter } from '../helpers/any-character.ts';
import { generatedView } from '../helpers/generated-graph.ts';
import { sampleView } from '../helpers/sample-graph.ts';

const { writeGraphBytes } = format;

/** Typed columns as plain ones, and what is read late as what it is. */
function plain({ positions, speakers, documents, entities, claims, ...rest }: GraphPayload): unknown {
  const columns = (all: object): unknown =>
    Object.fromEntries(Object.entries(all).map(([name, values]) => [name, Array.from(values as ArrayLike<unknown>)]));
  return {
    ...rest,
    ...{ speakers: columns(speakers), documents: columns(documents) },
    ...{ entities: columns(entities), claims: columns(claims) },
    positions: positions === null ? null : Array.from(positions),
  };
}

function back(payload: GraphPayload): unknown {
  return plain(readGraph(writeGraphBytes(payload).buffer));
}

/** Marks of direction are replaced at the door of the page (read-json.test.ts). */
const text = fc.string({ unit: anyCharacter, maxLength: 12 }).map((any) => readJson<string>(JSON.stringify(any)));
const day = fc.option(fc.constantFrom('2031-01-02', '2031-02', '2032-12-31'));
const hex = fc.stringMatching(/^[0-9a-f]{16}$/);

/** Any payload whose numbers keep the promises of payload.ts: places, shares of a thousand, flags. */
const payloads: fc.Arbitrary<GraphPayload> = fc
  .record({
    ...{ entities: fc.nat(6), claims: fc.nat(8), documents: fc.nat(3), speakers: fc.nat(4) },
    ...{ odd: fc.boolean(), placed: fc.boolean() },
    wide: fc.constantFrom(1, 300, 70_000, 5_000_000),
  })
  .chain(({ entities, claims, documents, speakers, odd, placed, wide }) => {
    const column = <Value>(count: number, value: fc.Arbitrary<Value>) =>
      fc.array(value, { minLength: count, maxLength: count });
    const id = (letter: string) => (odd ? text : hex.map((digits) => letter + digits));
    const place = fc.integer({ min: -1, max: wide });
    const flag = fc.constantFrom(0, 1);
    const type = { name: text, label: text };
    return fc.record({
      version: fc.constant(1 as const),
      ...{ title: text, model: text, publishers: fc.array(text) },
      entityTypes: fc.array(fc.record({ ...type, color: fc.nat() })),
      relationTypes: fc.array(fc.record({ ...type, family: text, symmetric: fc.boolean() })),
      speakers: fc.record({
        ...{ entity: column(speakers, place), text: column(speakers, text) },
        groups: fc.array(fc.array(place, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
      }),
      documents: fc.record({
        ...{ id: column(documents, id('d')), title: column(documents, text), publisher: column(documents, place) },
        ...{ publishedAt: column(documents, day), copyOf: column(documents, place) },
        copyShare: column(documents, fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs)),
        cites: column(documents, fc.array(fc.record({ document: place, text }), { maxLength: 2 })),
      }),
      entities: fc.record({
        ...{ id: column(entities, id('e')), name: column(entities, text) },
        aliases: column(entities, fc.array(text, { maxLength: 3 })),
        ...{ type: column(entities, fc.nat(wide)), mentions: column(entities, fc.nat(wide)) },
        described: column(entities, flag),
      }),
      claims: fc.record({
        ...{ id: column(claims, id('c')), type: column(claims, fc.nat(300)), predicate: column(claims, text) },
        ...{ subject: column(claims, place), object: column(claims, place), literal: column(claims, fc.option(text)) },
        ...{ negative: column(claims, flag), disputed: column(claims, flag), derived: column(claims, flag) },
        modality: column(claims, fc.nat(4)),
        confidence: column(
          claims,
          fc.nat(1000).map((steps) => steps / 1000),
        ),
        independentSources: column(claims, fc.nat(wide)),
        ...{ from: column(claims, day), to: column(claims, day) },
        documents: column(claims, fc.array(fc.nat(wide), { maxLength: 3 })),
        saidBy: column(claims, place),
      }),
      conflicts: fc.array(fc.record({ id: text, claims: fc.array(fc.nat()), type: text, reason: text })),
      positions: placed
        ? column(entities * 2, fc.float({ noNaN: true })).map((numbers) => Float32Array.from(numbers))
        : fc.constant(null),
    });
  });

describe('a graph as bytes', () => {
  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        expect(back(payload)).toEqual(plain(payload));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it.each([
    ['the sample', sampleView],
    ['a generated graph', generatedView()],
  ])('comes back: %s', (_, view) => {
    const payload = makeGraphPayload(view, 'x');
    expect(back(payload)).toEqual(plain(payload));
    expect(writeGraphBytes(payload)).toEqual(writeGraphBytes(payload));
  });

  it('brings names as they are, even those that look like code', () => {
    const payload = makeGraphPayload(sampleView, 'x');
    const names = [
      '__proto__',
      'constructor',
      '<script>alert(1)</script>',
      'a\nb\u0000c',
      '\ud800',
      'x'.repeat(10_000),
      'مريم 🦉',
    ];
    const name = payload.entities.name.map((known, place) => names[place] ?? known);
    const read = readGraph(writeGraphBytes({ ...payload, entities: { ...payload.entities, name } }).buffer);
    expect(read.entities.name).toEqual(name);
  });

  it('is refused where it is no graph, or ends too soon', () => {
    expect(() => readGraph(new ArrayBuffer(0))).toThrow('no graph');
    expect(() => readGraph(new TextEncoder().encode('{"version":1}').buffer)).toThrow('no graph');
    const bytes = writeGraphBytes(makeGraphPayload(sampleView, 'x'));
    for (let length = 8; length < bytes.length; length += 97)
      expect(() => plain(readGraph(bytes.slice(0, length).buffer))).toThrow();
  });

  it('has one format on both sides', () => {
    const { MAGIC, CONFIDENCE_STEPS, NEGATIVE, DISPUTED, DERIVED, MODALITY_SHIFT } = format;
    expect(FORMAT).toEqual({
      ...{ magic: MAGIC, confidenceSteps: CONFIDENCE_STEPS, modalityShift: MODALITY_SHIFT },
      ...{ negative: NEGATIVE, disputed: DISPUTED, derived: DERIVED },
    });
  });
});

describe('positions', () => {
  const ids = [...sampleView.entities()].map(({ id }) => id);
  const all = new Map(ids.map((id, place) => [id as string, { x: place, y: -place }]));

  it('stand by place where all are known, else nowhere', () => {
    const { positions } = makeGraphPayload(sampleView, 'x', all);
    expect(Array.from(positions ?? [])).toEqual(ids.flatMap((_, place) => [place, place === 0 ? -0 : -place]));
    expect(makeGraphPayload(sampleView, 'x').positions).toBeNull();
    all.delete(ids[1] ?? '');
    expect(makeGraphPayload(sampleView, 'x', new Map([...all, ['e-gone', { x: 0, y: 0 }]])).positions).toBeNull();
  });
});
