// What holds for every folder: order, repetition, verdicts of people, undo, coming and going of documents.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Decision } from '../../src/model/graph.ts';
import { findContradicted, resolve } from '../../src/resolve/index.ts';
import { markText } from './mark-text.ts';
import { ontology } from './read-folder.ts';

const NAMES = [
  '[Boris Hale|Person]',
  '[Hale|Person]',
  '[Carla Hale|Person]',
  '[Boris Hayle|Person]',
  '[North Harbor Alliance|Organization]',
  '[NHA|Organization]',
  '[Nha|Organization]',
  '[Harrow Motors|Organization]',
  '[Harrow|Organization]',
  '[Perth, Ontario|Place]',
  '[Perth|Place]',
  '[Georgia|Place]',
  '[Norway|Place>Norway@wikidata:Q20]',
];
const sentence = fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES)).map(([a, b]) => `${a} met ${b}.`);
const text = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' '));
const folder = fc
  .uniqueArray(text, { minLength: 2, maxLength: 6 })
  .map((texts) => texts.map((each, place) => markText({ text: each, document: { source: `${place}.txt` } })));

const graphOf = (extractions: readonly Extraction[], decisions: readonly Decision[] = []) =>
  resolve(extractions, decisions, ontology);
const idsOf = (extractions: readonly Extraction[]) =>
  extractions.flatMap(({ mentions }) => mentions.map(({ id }) => id));
const verdict = (left: Decision['left'], right: Decision['right'], said: Decision['verdict']): Decision => ({
  ...{ left, right, verdict: said, score: 1, reasons: [], by: 'person' },
});

describe('every folder', () => {
  it('gives one graph whatever the order of its documents', () => {
    fc.assert(
      fc.property(folder, (extractions) => {
        expect(graphOf([...extractions].reverse())).toEqual(graphOf(extractions));
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('gives the same graph again from its own log of decisions', () => {
    fc.assert(
      fc.property(folder, (extractions) => {
        const graph = graphOf(extractions);
        expect(graphOf(extractions, graph.decisions)).toEqual(graph);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('never joins what a person keeps apart, and forgets it when the word is taken back', () => {
    fc.assert(
      fc.property(folder, fc.nat(), fc.nat(), (extractions, first, second) => {
        const ids = idsOf(extractions);
        const [left, right] = [ids[first % ids.length], ids[second % ids.length]];
        if (!left || !right || left === right) return;
        const before = graphOf(extractions);
        const { mentions } = graphOf(extractions, [verdict(left, right, 'different')]);
        const entityOf = (id: string) => mentions.find(({ mention }) => mention.id === id)?.entity ?? id;
        expect(entityOf(left)).not.toBe(entityOf(right));
        const undone = graphOf(extractions, [verdict(left, right, 'different'), verdict(left, right, 'unsure')]);
        expect({ ...undone, decisions: [] }).toEqual({ ...before, decisions: [] });
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('follows every word of people where none contradicts another, and not all where one does', () => {
    const three = fc.integer({ min: 0, max: 2 });
    const said = fc.array(fc.tuple(three, three, fc.boolean()), { minLength: 5, maxLength: 12 });
    let contradictions = 0;
    fc.assert(
      fc.property(folder, said, (extractions, pairs) => {
        const ids = idsOf(extractions).slice(0, 3);
        const words = pairs.flatMap(([first, second, isOne]) => {
          const [left, right] = [ids[first], ids[second]];
          return left && right && left < right ? [verdict(left, right, isOne ? 'same' : 'different')] : [];
        });
        const last = [...new Map(words.map((word) => [word.left + word.right, word])).values()];
        const { mentions } = graphOf(extractions, words);
        const entityOf = new Map(mentions.map(({ mention, entity }) => [mention.id, entity]));
        const lost = last.filter(({ left, right, verdict: wish }) => {
          const [one, other] = [entityOf.get(left), entityOf.get(right)];
          return one && other && (one === other) !== (wish === 'same');
        });
        contradictions += lost.length;
        expect(lost.length > 0).toBe(findContradicted(extractions, words, ontology).length > 0);
      }),
      { seed: 7, numRuns: 60 },
    );
    expect(contradictions).toBeGreaterThan(0);
  });

  it('is as before when a document has come and gone', () => {
    fc.assert(
      fc.property(folder, (extractions) => {
        const before = graphOf(extractions.slice(1));
        const between = graphOf(extractions);
        expect(graphOf(extractions.slice(1), between.decisions)).toEqual(before);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
