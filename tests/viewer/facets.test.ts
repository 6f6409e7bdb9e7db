// Filters: what they let through, and that each count is exactly what its value would show.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/model/graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { makeGraphPayload } from '../../src/server/graph-payload.ts';
import { ACT, ARTICLE, MODALITIES, relationKey } from '../../viewer/claim-facets.ts';
import { applyFilter, confidenceStep, countAlone } from '../../viewer/facets.ts';
import { makeFacts } from '../../viewer/facts.ts';
import { type Filter, NO_FILTER } from '../../viewer/state.ts';
import { claimWords, speakerLabel } from '../../viewer/wording.ts';
import { actGraph, avoided } from '../helpers/act-graph.ts';
import { generateGraph } from '../helpers/generated-graph.ts';
import { letSpeak } from '../helpers/spoken-graph.ts';
import { countFacets, placeOf, sampleFacts } from './sample-facts.ts';

const spoken = letSpeak(generateGraph());
const generatedFacts = makeFacts(makeGraphPayload(viewGraph(spoken.graph), 'generated'));
const REPORT = '"a ministry report"';
const shown = (filter: Partial<Filter>, facts = sampleFacts) => applyFilter(facts, { ...NO_FILTER, ...filter });
const names = (filter: Partial<Filter>): string[] =>
  sampleFacts.payload.entities.name.filter((_, entity) => shown(filter).entities[entity] === 1).sort();

describe('a filter', () => {
  it('lets everything with a relation through where nothing is chosen', () => {
    expect(shown({}).claimCount).toBe(5);
    expect(names({})).toEqual(['Ada Quill', 'Boris Hale', 'Norland']);
    expect(names({ unconnected: true })).toEqual(['Ada Quill', 'Boris Hale', 'Norland', 'troops']);
    expect(shown({}).unconnected).toBe(1);
  });

  it('keeps a relation only where both ends have a chosen kind', () => {
    expect(shown({ entityTypes: ['Person'] }).claimCount).toBe(2);
    expect(names({ entityTypes: ['Person'] })).toEqual(['Ada Quill', 'Boris Hale']);
  });

  it('chooses by relation, with a word for claims in the words of the text', () => {
    expect(shown({ relationTypes: ['MET_WITH'] }).claimCount).toBe(2);
    expect(shown({ relationTypes: ['open'] }).claimCount).toBe(1);
    expect(shown({ relationTypes: ['Nothing'] }).claimCount).toBe(0);
  });

  it('chooses what was done by a word of its own, and draws nothing for it', () => {
    const facts = makeFacts(makeGraphPayload(viewGraph(actGraph), 'acts'));
    const { claimCount, pairs, entities } = shown({ relationTypes: [ACT] }, facts);
    expect([claimCount, pairs.some((pair) => pair === 1), entities.length]).toEqual([12, false, 4]);
    expect(facts.pairs.left.length).toBe(sampleFacts.pairs.left.length);
    const avoiding = facts.payload.claims.id.indexOf(avoided.id);
    expect(claimWords(facts, avoiding)).toEqual({ subject: 'Ada Quill', relation: 'avoid', object: 'Boris Hale' });
  });

  it('chooses by publisher and article; a derived claim counts where its grounds stand', () => {
    expect(shown({ publishers: ['Evening Copy'] }).claimCount).toBe(4);
    const documents = [sampleFacts.payload.documents.id[0] ?? ''];
    const expected = sampleFacts.payload.claims.documents.filter((list) => list.includes(0)).length;
    expect(shown({ documents }).claimCount).toBe(expected);
  });

  it('asks for sources and for certainty', () => {
    expect(shown({ minSources: 2 }).claimCount).toBe(0);
    expect(shown({ minConfidence: 0.9 }).claimCount).toBe(5);
    expect(shown({ minConfidence: 0.95 }).claimCount).toBe(0);
    expect(names({ minConfidence: 0.95, unconnected: true })).toEqual([]);
  });

  it('asks for days of publication, or of what happened', () => {
    const published = (from: string | null, to: string | null): Partial<Filter> => ({ published: { from, to } });
    const happened = (from: string | null, to: string | null): Partial<Filter> => ({ happened: { from, to } });
    expect(shown(published('2031-05-03', null)).claimCount).toBe(4);
    expect(shown(published(null, '2031-05-02')).claimCount).toBe(4);
    expect(shown(published('2031-05-02', '2031-05-03')).claimCount).toBe(5);
    expect(shown(published('2031-05-04', null)).claimCount).toBe(0);
    expect(shown(happened('2031-04-01', '2031-04-30')).claimCount).toBe(1);
    expect(shown(happened(null, '2031-04-27')).claimCount).toBe(0);
    // Both clocks at once: what happened in April, as told in May, and not as told in June.
    const april = happened('2031-04-01', '2031-04-30');
    expect(shown({ ...april, ...published('2031-05-02', null) }).claimCount).toBe(1);
    expect(shown({ ...april, ...published('2031-06-01', null) }).claimCount).toBe(0);
  });

  it('chooses by month, denial, plan and dispute', () => {
    expect(shown({ months: ['2031-05'] }).claimCount).toBe(5);
    expect(shown({ months: ['undated'] }).claimCount).toBe(0);
    expect(shown({ polarities: ['denied'] }).claimCount).toBe(1);
    expect(shown({ modalities: ['actual'] }).claimCount).toBe(5);
    expect(shown({ disputes: ['disputed'] }).claimCount).toBe(2);
    expect(shown({ disputes: ['disputed'], polarities: ['affirmed'] }).claimCount).toBe(1);
  });

  it('chooses by who says it, with a word for what an article says in its own voice', () => {
    const hale = sampleFacts.payload.entities.id[placeOf('Boris Hale')] ?? '';
    expect(shown({ speakers: [hale] }).claimCount).toBe(1);
    expect(names({ speakers: [hale] })).toEqual(['Ada Quill', 'Boris Hale']);
    expect(shown({ speakers: [ARTICLE] }).claimCount).toBe(4);
    expect(shown({ speakers: [hale, ARTICLE] }).claimCount).toBe(5);
    expect(shown({ speakers: ['Boris Hale'] }).claimCount).toBe(0);
  });

  it('shows a claim for each who says it, in whichever passage', () => {
    const { claims, entities } = generatedFacts.payload;
    const [first] = spoken.speakers;
    const claimsOf = (isTheirs: (attribution: Evidence['attribution']) => boolean): string[] =>
      spoken.graph.claims
        .filter(({ derivedFrom, evidence }) => {
          const grounds = spoken.graph.claims.filter(({ id }) => derivedFrom?.includes(id));
          return [...evidence, ...grounds.flatMap((ground) => ground.evidence)].some((one) =>
            isTheirs(one.attribution),
          );
        })
        .map(({ id }) => id);
    const shownBy = (speaker: string): (string | undefined)[] => {
      const found = shown({ speakers: [speaker] }, generatedFacts).claims;
      return claims.id.filter((_, claim) => found[claim] === 1);
    };
    expect(shownBy(first?.id ?? '')).toEqual(claimsOf((said) => said?.entity === first?.id));
    expect(shownBy(REPORT)).toEqual(claimsOf((said) => said?.text === 'a ministry report'));
    expect(shownBy(ARTICLE)).toEqual(claimsOf((said) => said === null));
    // Some have passages in an article's own voice and in a report's.
    expect(shownBy(REPORT).some((claim) => shownBy(ARTICLE).includes(claim))).toBe(true);
    const { values = [] } = generatedFacts.claimFacets.find(({ name }) => name === 'speakers') ?? {};
    const label = (value: string): string => speakerLabel(generatedFacts.payload, values.indexOf(value) - 1);
    expect(label(first?.id ?? '')).toBe(entities.name[entities.id.indexOf(first?.id ?? '')]);
    expect(label(REPORT)).toBe('“a ministry report”');
  });

  it('keeps out what one article and its copies alone say', () => {
    const [first, second] = ['Norland Post', 'Evening Copy'].map((publisher) => {
      const place = sampleFacts.payload.publishers.indexOf(publisher);
      return sampleFacts.payload.documents.id[sampleFacts.payload.documents.publisher.indexOf(place)] ?? '';
    });
    // The second repeats the first: without the first nothing is left, without the second what both say.
    expect(shown({ without: first ?? '' }).claimCount).toBe(0);
    expect(shown({ without: second ?? '' }).claimCount).toBe(4);
    expect(countAlone(sampleFacts, second ?? '')).toBe(1);
  });

  it('counts what has no day', () => {
    const april = { from: '2031-04-01', to: null };
    expect(countFacets(sampleFacts, NO_FILTER).undated).toEqual({ published: 0, happened: 4 });
    expect(countFacets(sampleFacts, { ...NO_FILTER, happened: april }).undated.happened).toBe(4);
    expect(countFacets(sampleFacts, { ...NO_FILTER, polarities: ['denied'] }).undated.happened).toBeLessThan(4);
  });

  it('draws a pair while one of its claims is shown', () => {
    const pair = sampleFacts.pairsOf(placeOf('Boris Hale'))[0] ?? -1;
    expect(shown({ relationTypes: ['MET_WITH'] }).pairs[pair]).toBe(1);
    expect(shown({ relationTypes: ['HEAD_OF_STATE_OF'] }).pairs[pair]).toBe(0);
  });
});

describe('the counts', () => {
  const { payload } = generatedFacts;
  const some = (values: readonly string[]) => fc.subarray([...values], { maxLength: Math.min(3, values.length) });
  const filters: fc.Arbitrary<Filter> = fc.record({
    entityTypes: some(payload.entityTypes.map((type) => type.name)),
    relationTypes: some(payload.relationTypes.map((_, type) => relationKey(payload, type))),
    publishers: some(payload.publishers),
    documents: some(payload.documents.id.slice(0, 20)),
    months: some(['2031-03', '2031-04', 'undated']),
    polarities: some(['affirmed', 'denied']),
    modalities: some(MODALITIES),
    disputes: some(['disputed', 'undisputed']),
    speakers: some([ARTICLE, REPORT, ...spoken.speakers.slice(0, 3).map(({ id }) => id)]),
    without: fc.constantFrom(null, payload.documents.id[3] ?? ''),
    minSources: fc.integer({ min: 1, max: 4 }),
    minConfidence: fc.constantFrom(0, 0.7, 0.9),
    published: fc.record({ from: fc.constantFrom(null, '2031-03-20'), to: fc.constantFrom(null, '2031-04-10') }),
    happened: fc.record({ from: fc.constantFrom(null, null, '2031-03-20'), to: fc.constant(null) }),
    unconnected: fc.boolean(),
  });

  it('promise what a value alone in its facet would show', () => {
    fc.assert(
      fc.property(filters, fc.nat(), (filter, seed) => {
        const counts = countFacets(generatedFacts, filter);
        for (const { name, values } of generatedFacts.claimFacets) {
          const place = seed % values.length;
          const alone = applyFilter(generatedFacts, { ...filter, [name]: [values[place]] });
          expect(counts[name][place]).toBe(alone.claimCount);
        }
        const minSources = 1 + (seed % 5);
        const known = applyFilter(generatedFacts, { ...filter, minSources });
        expect(counts.sources[minSources - 1]).toBe(known.claimCount);
        const sure = applyFilter(generatedFacts, { ...filter, minConfidence: 0.85 });
        const steps = counts.confidence.slice(confidenceStep(0.85));
        expect(steps.reduce((a, b) => a + b)).toBe(sure.claimCount);
      }),
      { numRuns: 60 },
    );
  });

  it('never show an entity whose kind is not chosen, nor a claim with a hidden end', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const result = applyFilter(generatedFacts, filter);
        payload.claims.id.forEach((_, claim) => {
          const object = payload.claims.object[claim] ?? -1;
          if (result.claims[claim] !== 1 || object < 0) return;
          expect(result.entities[payload.claims.subject[claim] ?? -1]).toBe(1);
          expect(result.entities[object]).toBe(1);
        });
      }),
      { numRuns: 40 },
    );
  });
});
