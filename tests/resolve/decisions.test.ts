// People's verdicts: kept, outranking machines, cutting chains, and taken back without a trace.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, Graph } from '../../src/model/graph.ts';
import type { MentionId } from '../../src/model/id.ts';
import { resolve } from '../../src/resolve/index.ts';
import { markText, mentionOf } from './mark-text.ts';
import { ontology } from './read-folder.ts';

const FOLDER = [
  '[Boris Hale|Person#1] met [Ada Quill|Person] in [Oslo|Place]. [Hale|Person#1] sang. [He|Person/pronoun#1] left.',
  '[Boris Hale|Person] praised [Ada Quill|Person].',
  '[Bors Hale|Person] swam. The [North Harbor Alliance|Organization#1] ([NHA|Organization#1]) met.',
  '[Carla Hale|Person] wrote to the [NHA|Organization] and to [Ada Quill|Person].',
].map((text) => markText({ text }));
const [first, second, third, fourth] = FOLDER as [
  (typeof FOLDER)[0],
  (typeof FOLDER)[0],
  (typeof FOLDER)[0],
  (typeof FOLDER)[0],
];

const decide = (left: MentionId, right: MentionId, verdict: Decision['verdict'], by = 'person:ada'): Decision => ({
  ...{ left, right, verdict, by, score: verdict === 'same' ? 1 : 0, reasons: ['I know them.'] },
});
const build = (...decisions: readonly Decision[]): Graph => resolve(FOLDER, decisions, ontology);
const entityOf = (graph: Graph, mention: MentionId) =>
  graph.mentions.find((each) => each.mention.id === mention)?.entity;
const areOne = (graph: Graph, left: MentionId, right: MentionId) => entityOf(graph, left) === entityOf(graph, right);

const hale = mentionOf(first, 'Boris Hale').id;
const sameHale = mentionOf(second, 'Boris Hale').id;
const bors = mentionOf(third, 'Bors Hale').id;
const carla = mentionOf(fourth, 'Carla Hale').id;

describe('verdicts of people', () => {
  it('join what names would not, and stay in the log with their reasons', () => {
    expect(areOne(build(), hale, carla)).toBe(false);
    const verdict = decide(hale, carla, 'same');
    const graph = build(verdict);
    expect(areOne(graph, hale, carla)).toBe(true);
    expect(graph.decisions).toContainEqual(verdict);
  });

  it('join a person with a thing, each with all that is its', () => {
    const oslo = mentionOf(first, 'Oslo').id;
    const graph = build(decide(oslo, sameHale, 'same'));
    expect(areOne(graph, oslo, sameHale)).toBe(true);
    expect(areOne(graph, hale, sameHale)).toBe(true);
    const before = build();
    expect(graph.entities).toHaveLength(before.entities.length - 1);
  });

  it('part what names would join', () => {
    expect(areOne(build(), hale, sameHale)).toBe(true);
    expect(areOne(build(decide(sameHale, hale, 'different')), hale, sameHale)).toBe(false);
  });

  it('put `different` before `same`, however many steps lie between', () => {
    const graph = build(decide(hale, carla, 'same'), decide(carla, bors, 'same'), decide(hale, bors, 'different'));
    expect(areOne(graph, hale, bors)).toBe(false);
  });

  it('cut a chain: what stands before a mention without a name takes it along', () => {
    const lone = mentionOf(first, 'Hale').id;
    const pronoun = mentionOf(first, 'He').id;
    const graph = build(decide(hale, lone, 'different'));
    expect(areOne(graph, hale, lone)).toBe(false);
    expect(areOne(graph, lone, pronoun)).toBe(true);
  });

  it('outrank machines, whose word on the same pair is not asked', () => {
    const machine = decide(hale, sameHale, 'same', 'elsewhere@1');
    expect(areOne(build(decide(hale, sameHale, 'different'), machine), hale, sameHale)).toBe(false);
  });

  it('follow the last word on a pair, whichever way round it was said', () => {
    const graph = build(decide(hale, carla, 'same'), decide(carla, hale, 'different'));
    expect(areOne(graph, hale, carla)).toBe(false);
  });

  it('are taken back by `unsure`, which leaves the graph as it was', () => {
    const { decisions: _, ...before } = build();
    for (const verdict of ['same', 'different'] as const) {
      const { decisions: __, ...after } = build(decide(hale, sameHale, verdict), decide(hale, sameHale, 'unsure'));
      expect(after).toEqual(before);
    }
  });

  it('on mentions that are gone change nothing', () => {
    expect(build(decide('m0000000000000000' as MentionId, hale, 'same'))).toEqual(build());
  });
});

describe('properties', () => {
  const mentions = FOLDER.flatMap((extraction) => extraction.mentions.map(({ id }) => id));
  const verdicts = fc.array(
    fc
      .tuple(
        fc.constantFrom(...mentions),
        fc.constantFrom(...mentions),
        fc.constantFrom('same' as const, 'different' as const),
      )
      .filter(([left, right]) => left !== right)
      .map(([left, right, verdict]) => decide(left, right, verdict)),
    { maxLength: 6 },
  );

  it('never join a pair whose last word is `different`', () => {
    fc.assert(
      fc.property(verdicts, (decisions) => {
        const graph = build(...decisions);
        const last = new Map(decisions.map((each) => [[each.left, each.right].sort().join(), each]));
        for (const { left, right, verdict } of last.values()) {
          const owner = entityOf(graph, left);
          if (verdict === 'different' && owner) expect(entityOf(graph, right)).not.toBe(owner);
        }
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('do not depend on the order of documents, and resolving again with the log changes nothing', () => {
    fc.assert(
      fc.property(verdicts, fc.shuffledSubarray(FOLDER, { minLength: FOLDER.length }), (decisions, shuffled) => {
        const graph = build(...decisions);
        expect(resolve(shuffled, decisions, ontology)).toEqual(graph);
        expect(resolve(FOLDER, graph.decisions, ontology)).toEqual(graph);
      }),
      { numRuns: 40, seed: 12 },
    );
  });

  it('put every mention into one entity at most, and list it there', () => {
    const graph = build();
    for (const { id, mentionIds } of graph.entities) {
      expect(mentionIds.length).toBeGreaterThan(0);
      for (const mention of mentionIds) expect(entityOf(graph, mention)).toBe(id);
    }
    expect(new Set(graph.entities.map(({ id }) => id)).size).toBe(graph.entities.length);
  });
});
