// How facts and choices become widths, colours and dashes, and what the ties with the server are.
import { describe, expect, it } from 'vitest';
import { BLOCK_SIZE as EXPORTED_BLOCK } from '../../src/server/html-exporter.ts';
import { MODALITIES } from '../../src/server/modalities.ts';
import { BLOCK_SIZE } from '../../viewer/api.ts';
import { applyFilter } from '../../viewer/facets.ts';
import { findPair } from '../../viewer/facts.ts';
import {
  type Choice,
  edgeLook,
  edgeWidth,
  fanLineLook,
  findLit,
  NOWHERE,
  nodeLook,
  type Palette,
  rankNeighbours,
  type Situation,
  summarizePair,
  withOpacity,
} from '../../viewer/look.ts';
import { EN } from '../../viewer/messages/en.ts';
import { NO_FILTER } from '../../viewer/state.ts';
import {
  claimMeasure,
  claimTags,
  claimTitle,
  claimWords,
  edgeWords,
  pairWords,
  shownLine,
  speakerWords,
} from '../../viewer/wording.ts';
import { claimOf, generatedFacts, placeOf, sampleFacts } from './sample-facts.ts';

const palette: Palette = {
  types: Array.from({ length: 12 }, (_, place) => `#0000${(16 + place).toString(16)}`),
  edge: '#888888',
  disputed: '#ff0000',
  selected: '#0000ff',
  dimmedNode: '#eeeeee',
  dimmedEdge: '#dddddd',
  text: '#000000',
  background: '#ffffff',
};
const shown = applyFilter(sampleFacts, NO_FILTER);
const [quill, hale, norland, troops] = ['Ada Quill', 'Boris Hale', 'Norland', 'troops'].map((name) =>
  placeOf(name),
) as [number, number, number, number];
const meeting = findPair(sampleFacts, quill, hale);
const office = findPair(sampleFacts, norland, quill);
const at = (change: Partial<Situation> = {}): Situation => ({
  ...{ shown, entity: -1, pair: -1, claim: -1, pointed: NOWHERE, lit: null },
  ...change,
});

const chosen = (entity: number, change: Partial<Choice> = {}): Choice => ({
  ...{ entity, pair: -1, near: rankNeighbours(sampleFacts, shown, entity), path: [], passage: [] },
  ...change,
});

describe('neighbours', () => {
  it('come with the most independent sources first, and not where the filter hides them', () => {
    const entity = generatedFacts.degree.indexOf(Math.max(...generatedFacts.degree));
    const hub = generatedFacts.pairsOf(entity);
    const everything = applyFilter(generatedFacts, NO_FILTER);
    const ranked = rankNeighbours(generatedFacts, everything, entity);
    const sources = ranked.map((pair) => summarizePair(generatedFacts, pair, everything).independentSources);
    expect(ranked.toSorted()).toEqual(hub.toSorted());
    expect(sources).toEqual(sources.toSorted((a, b) => b - a));
    const less = applyFilter(generatedFacts, { ...NO_FILTER, minSources: 2 });
    expect(rankNeighbours(generatedFacts, less, entity)).toHaveLength(sources.filter((number) => number > 1).length);
  });
});

describe('edges', () => {
  it('are red where disputed, and grey else', () => {
    expect(edgeLook(sampleFacts, at(), palette, meeting).color).toMatch(/^#ff0000/);
    expect(edgeLook(sampleFacts, at(), palette, office).color).toMatch(/^#888888/);
  });

  it('are dashed only where nothing is affirmed', () => {
    expect(edgeLook(sampleFacts, at(), palette, meeting).hedged).toBe(false);
    const denials = {
      ...shown,
      claims: Uint8Array.from(shown.claims, (_, claim) => Number(claim === claimOf('MET_WITH', 1))),
    };
    expect(edgeLook(sampleFacts, at({ shown: denials }), palette, meeting).hedged).toBe(true);
  });

  it('widen with independent sources, up to a bound', () => {
    expect([0, 1, 2, 3].map(edgeWidth)).toEqual([1.4, 1.4, 2.8, expect.closeTo(4.2)]);
    expect(edgeWidth(100)).toBe(edgeWidth(50));
  });

  it('keep the look of each statement where they are drawn apart', () => {
    const [met, denied] = [claimOf('MET_WITH'), claimOf('MET_WITH', 1)];
    const look = (claim: number, change: Partial<Situation> = {}) =>
      fanLineLook(sampleFacts, at({ pair: meeting, ...change }), palette, meeting, [claim]);
    expect([look(met).hedged, look(denied).hedged]).toEqual([false, true]);
    expect(look(met).color).toMatch(/^#ff0000/);
    const [office1, office2] = sampleFacts.pairs.claims(office) as [number, number];
    const plain = (change: Partial<Situation>) =>
      fanLineLook(sampleFacts, at(change), palette, office, [office1]).color.slice(0, 7);
    // Open as a whole, open with another of its statements, not open, and pointed at.
    expect(plain({ pair: office })).toBe(palette.selected);
    expect(plain({ pair: office, claim: office2 })).toBe(palette.edge);
    expect(plain({ pair: office, claim: office1 })).toBe(palette.selected);
    expect(plain({})).toBe(palette.edge);
    expect(plain({ pointed: { ...NOWHERE, pair: office, claim: office1 } })).toBe(palette.selected);
    expect(plain({ pointed: { ...NOWHERE, pair: office, claim: office2 } })).toBe(palette.edge);
    expect(plain({ pointed: { ...NOWHERE, pair: office, claim: -1 } })).toBe(palette.selected);
  });

  it('give what only follows the width of one source, whatever it stands on', () => {
    const { claims } = sampleFacts.payload;
    const sources = new Array<number>(claims.independentSources.length).fill(3);
    const facts = {
      ...sampleFacts,
      payload: { ...sampleFacts.payload, claims: { ...claims, independentSources: sources } },
    };
    const width = (claim: number) => fanLineLook(facts, at({}), palette, office, [claim]).size;
    expect(width(claimOf('HEAD_OF_STATE_OF'))).toBe(edgeWidth(3));
    expect(width(claimOf('CITIZEN_OF'))).toBe(edgeWidth(1));
  });

  it('fade where something else is chosen', () => {
    const lit = findLit(sampleFacts, shown, chosen(hale));
    const situation = at({ entity: hale, lit });
    expect(edgeLook(sampleFacts, situation, palette, office).color).toBe(palette.dimmedEdge);
    expect(edgeLook(sampleFacts, situation, palette, meeting).color).not.toBe(palette.dimmedEdge);
    expect(edgeLook(sampleFacts, at({ pair: office }), palette, office).color).toBe('#0000ffff');
  });
});

describe('the light', () => {
  it('falls on a passage before a path, on a path before a neighbourhood', () => {
    const all = chosen(hale, { path: [office], passage: [quill, norland, troops] });
    const passage = findLit(sampleFacts, shown, all);
    expect(passage).toEqual({ entities: new Set(all.passage), pairs: new Set([office]), fanned: [] });
    const path = findLit(sampleFacts, shown, { ...all, passage: [] });
    expect(path).toEqual({ entities: new Set([quill, norland]), pairs: new Set([office]), fanned: [office] });
    expect(findLit(sampleFacts, shown, chosen(-1))).toBeNull();
  });

  it('keeps the neighbours while a line is open, and lights that line even where it is not among them', () => {
    const lit = findLit(sampleFacts, shown, chosen(hale, { pair: office }));
    expect(lit?.entities).toEqual(new Set([hale, quill, norland]));
    expect(lit?.pairs).toEqual(new Set([office, meeting]));
  });

  it('spreads the statements of all neighbours, and of the open line alone where one is open', () => {
    expect(findLit(sampleFacts, shown, chosen(quill))?.fanned.toSorted()).toEqual([meeting, office].toSorted());
    expect(findLit(sampleFacts, shown, chosen(quill, { pair: meeting }))?.fanned).toEqual([meeting]);
  });
});

describe('nodes', () => {
  it('wear the colour of their kind, or none where they are not lit', () => {
    const lit = findLit(sampleFacts, shown, chosen(hale));
    expect(lit?.entities).toEqual(new Set([hale, quill]));
    expect(nodeLook(sampleFacts, at({ lit, entity: hale }), palette, quill).color).toBe(palette.types[0]);
    expect(nodeLook(sampleFacts, at({ lit, entity: hale }), palette, norland).color).toBe(palette.dimmedNode);
    expect(nodeLook(sampleFacts, at(), palette, norland).color).toBe(palette.types[2]);
  });

  it('hide without a relation, unless they are what was chosen', () => {
    expect(nodeLook(sampleFacts, at(), palette, troops).hidden).toBe(true);
    const lit = findLit(sampleFacts, shown, chosen(troops));
    expect(nodeLook(sampleFacts, at({ entity: troops, lit }), palette, troops).hidden).toBe(false);
  });
});

it('writes opacity as two hex digits', () => {
  expect([0, 0.5, 1, 7, -1].map((opacity) => withOpacity('#12ab34', opacity))).toEqual(
    ['00', '80', 'ff', 'ff', '00'].map((alpha) => `#12ab34${alpha}`),
  );
});

describe('words', () => {
  const tagsOf = (claim: number) => claimTags(sampleFacts, claim).map(({ text }) => text);

  it('say a claim, what to doubt in it, and how well it stands', () => {
    const denied = claimOf('MET_WITH', 1);
    expect(claimWords(sampleFacts, denied)).toEqual({
      subject: 'Boris Hale',
      relation: 'met with',
      object: 'Ada Quill',
    });
    expect(tagsOf(denied)).toEqual(['disputed', 'denied']);
    expect(claimMeasure(sampleFacts, claimOf('HEAD_OF_STATE_OF'))).toBe(
      '1 independent source in 2 files · 90\u00a0% sure',
    );
    expect(tagsOf(claimOf('CITIZEN_OF'))).toEqual(['follows from others']);
  });

  it('name the office that a person holds, and only that', () => {
    expect(claimTitle(sampleFacts, claimOf('HEAD_OF_STATE_OF'))).toBe('president');
    expect(claimTitle(sampleFacts, claimOf('MET_WITH'))).toBe('');
    expect(claimTitle(sampleFacts, claimOf('CITIZEN_OF'))).toBe('');
  });

  it('keep the words of the text for an open claim', () => {
    const open = sampleFacts.payload.claims.predicate.indexOf('left');
    expect(claimWords(sampleFacts, open)).toEqual({
      subject: 'troops',
      relation: 'left',
      object: 'About 1,200 troops',
    });
  });

  it('name a line by its strongest statement', () => {
    const claims = sampleFacts.pairs.claims(meeting);
    expect(pairWords(sampleFacts, claims)).toBe('met with +1');
    expect(pairWords(sampleFacts, [claimOf('MET_WITH')])).toBe('met with');
    expect(pairWords(sampleFacts, [claimOf('MET_WITH', 1)])).toBe('denied: met with');
    expect(pairWords(sampleFacts, [])).toBe('');
  });

  it('lead from the one of whom a line is said to the other, in the order of a pair', () => {
    const { claims } = sampleFacts.payload;
    const [held, met] = [claimOf('HEAD_OF_STATE_OF'), claimOf('MET_WITH')];
    const towards = (claims.subject[held] ?? 0) < (claims.object[held] ?? 0) ? 1 : -1;
    expect(edgeWords(sampleFacts, [held])).toEqual({ text: 'is head of state of', disputed: false, towards });
    expect(edgeWords(sampleFacts, [met, claimOf('MET_WITH', 1)])).toMatchObject({ disputed: true, towards: 0 });
  });

  it('say who speaks, by name where the text has a pronoun, and who denies', () => {
    const met = claimOf('MET_WITH');
    const id = sampleFacts.payload.entities.id[hale] ?? '';
    expect(speakerWords(sampleFacts, met, { entity: id, text: 'he' })).toBe('according to Boris Hale (“he”)');
    expect(speakerWords(sampleFacts, met, { entity: null, text: 'a friend' })).toBe('according to a friend');
    expect(speakerWords(sampleFacts, claimOf('MET_WITH', 1), { entity: id, text: 'Boris Hale' })).toBe(
      'Boris Hale denies it',
    );
  });

  it('count what is shown, and say why the rest is not', () => {
    const all = { entities: 3, claims: 4000 };
    expect(shownLine(all, all, 0)).toBe('Showing 3 of 3 names and 4,000 of 4,000 statements.');
    expect(shownLine({ entities: 1, claims: 1200 }, all, 1)).toBe(
      'Showing 1 of 3 names and 1,200 of 4,000 statements, because 1 have no relation to another name and the filter hides the rest.',
    );
    expect(shownLine({ entities: 1, claims: 4000 }, all, 2)).toBe(
      'Showing 1 of 3 names and 4,000 of 4,000 statements, because 2 have no relation to another name.',
    );
    expect(shownLine({ entities: 1, claims: 1200 }, all, 1, 'Ada Quill')).toBe(
      'Showing 1 of 3 names and 1,200 of 4,000 statements, because what is farther from Ada Quill is hidden.',
    );
  });
});

it('agrees with the server on what travels as numbers', () => {
  expect(BLOCK_SIZE).toBe(EXPORTED_BLOCK);
  expect(EN.claim.hedges).toEqual(MODALITIES.map((modality) => (modality === 'actual' ? '' : modality)));
});
