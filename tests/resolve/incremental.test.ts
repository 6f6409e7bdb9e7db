// A resolver that remembers gives exactly what one gives that sees the folder for the first time.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateFolder } from '../../scripts/bench/generate-folder.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Decision } from '../../src/model/graph.ts';
import { makeResolver, resolve } from '../../src/resolve/index.ts';
import { markText } from './mark-text.ts';
import { ontology } from './read-folder.ts';

const NAMES = [
  '[Boris Hale|Person]',
  '[Hale|Person]',
  '[Carla Hale|Person]',
  '[Boris Hayle|Person]',
  '[Quill|Person]',
  '[Quill|Organization]',
  '[North Harbor Alliance|Organization] ([NHA|Organization])',
  '[NHA|Organization]',
  '[Nha Lines|Organization]',
  '[NHAL|Organization]',
  '[Nhal|Organization]',
  '[Harrow Motors|Organization]',
  '[Harrow|Organization]',
  '[Harrow|Person]',
  '[Perth, Ontario|Place]',
  '[Perth|Place]',
  '[Georgia|Place]',
  '[Norway|Place>Norway@wikidata:Q20]',
];
const LONG =
  'the boats measure salt wind and current twice daily and every log goes back to a shed on the quay where three clerks copy it into a ledger that nobody but the harbour master ever reads before the winter storms close the bar';
const surface = (marked: string) => /\[([^|]+)/.exec(marked)?.[1] ?? '';
const name = fc.constantFrom(...NAMES);
const said = fc.constantFrom('-MET_WITH met->', '-HEAD_OF_STATE_OF president->', '-LEADS director->', '-~ praised->');
const options = fc.constantFrom('', ' ;denied', ' ;planned', ' ;by=Quill');
/** A sentence with marks, and the relations in it. */
const sentence = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(name, said, name, options).map(([a, what, b, how]) => ({
      text: `${a} met ${b}.`,
      relations: [`${surface(a)} ${what} ${surface(b)}${how}`],
    })),
  },
  fc.constant({ text: `On most days ${LONG}.`, relations: [] }),
  fc
    .constantFrom('Harrow Post', 'Quay Echo')
    .map((outlet) => ({ text: `According to ${outlet}, the bar was closed.`, relations: [] })),
);
const document = fc.record({
  sentences: fc.array(sentence, { minLength: 1, maxLength: 4 }),
  source: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  publisher: fc.constantFrom(null, 'Harrow Post', 'Quay Echo', 'Harrow'),
  publishedAt: fc.constantFrom(null, '2031-05-06', '2031-05-07'),
});
/** A document comes in place of what stands under its source; without a text the source is taken out. */
const step = fc.oneof(
  { weight: 5, arbitrary: document.map((fields) => ({ kind: 'put' as const, ...fields })) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('drop' as const), source: fc.constantFrom('a', 'b', 'c', 'd') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      left: fc.nat(),
      right: fc.nat(),
      verdict: fc.constantFrom('same' as const, 'different' as const, 'unsure' as const),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never;

function apply(folder: Map<string, Extraction>, decisions: Decision[], change: Step): void {
  if (change.kind === 'drop') folder.delete(change.source);
  else if (change.kind === 'put') {
    const { kind: _, sentences, ...fields } = change;
    const text = sentences.map((each) => each.text).join(' ');
    const relations = sentences.flatMap((each) => each.relations);
    folder.set(fields.source, markText({ text, relations, document: fields }));
  } else {
    const ids = [...folder.values()].flatMap(({ mentions }) => mentions.map(({ id }) => id));
    const [left, right] = [ids[change.left % ids.length], ids[change.right % ids.length]];
    if (left === undefined || right === undefined || left === right) return;
    decisions.push({ left, right, verdict: change.verdict, score: 1, reasons: [], by: 'person' });
  }
}

/** Every step resolves twice; a busy machine takes its time. */
const TIME_MS = 180_000;

describe('a resolver that remembers', { timeout: TIME_MS }, () => {
  it('gives what a new one gives, whatever comes, changes, goes and is decided', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 12 }), (steps) => {
        const resolver = makeResolver(ontology);
        const folder = new Map<string, Extraction>();
        const decisions: Decision[] = [];
        for (const change of steps) {
          apply(folder, decisions, change);
          const extractions = [...folder.values()];
          expect(resolver.resolve(extractions, decisions)).toEqual(resolve(extractions, decisions, ontology));
        }
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  it('gives what a new one gives in a larger folder, one document after the other and back again', () => {
    const extractions = generateFolder(60, 3);
    const resolver = makeResolver(ontology);
    for (const size of [48, 49, 60, 50, 48]) {
      const part = extractions.slice(0, size);
      expect(resolver.resolve(part, [])).toEqual(resolve(part, [], ontology));
    }
  });

  it('does not decide again what a document does not concern', () => {
    const extractions = generateFolder(120, 5);
    const resolver = makeResolver(ontology);
    const before = new Set(resolver.resolve(extractions.slice(1), []).claims);
    const after = resolver.resolve(extractions, []).claims;
    expect(after.filter((claim) => before.has(claim)).length).toBeGreaterThan(0.8 * after.length);
  });
});
