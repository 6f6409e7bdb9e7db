// The measures on data/gold count what they say: ends, types, stance, speakers, conflicts, copies and citations.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeDocument } from '../scripts/evaluate/corpora.ts';
import type { GoldCorpus, GoldDocument, GoldRelation } from '../scripts/evaluate/gold.ts';
import { compareConflicts } from '../scripts/evaluate/measures/gold-conflicts.ts';
import { compareCitations, compareCopies } from '../scripts/evaluate/measures/gold-copies.ts';
import { tallyRelations } from '../scripts/evaluate/measures/gold-relations.ts';
import { missedSpeakers } from '../scripts/evaluate/measures/gold-speakers.ts';
import {
  bareExtraction,
  type Extraction,
  type Mention,
  type Quotation,
  type Relation,
} from '../src/model/extraction.ts';
import type { Claim, Conflict, DocumentRecord, Graph, Lineage } from '../src/model/graph.ts';
import { makeId } from '../src/model/id.ts';
import type { Ontology } from '../src/model/ontology.ts';
import type { Span } from '../src/model/span.ts';

const ontology = JSON.parse(readFileSync(new URL('../data/ontology.json', import.meta.url), 'utf8')) as Ontology;

const TEXT = 'Ada Vance runs Norland. She met Bo Quill. "Never," said Quill.';
const document = makeDocument('norland.txt', TEXT);
const at = (surface: string): Span => ({
  start: TEXT.indexOf(surface),
  end: TEXT.indexOf(surface) + surface.length,
});

const MENTIONS = { ada: at('Ada Vance'), norland: at('Norland'), she: at('She'), bo: at('Bo Quill') } as const;
type Name = keyof typeof MENTIONS;

function makeMention(name: Name): Mention {
  return {
    ...MENTIONS[name],
    id: makeId('mention', name),
    head: 0,
    type: 'Person',
    kind: name === 'she' ? 'pronoun' : 'name',
    referent: null,
    literal: null,
    score: 1,
    by: 'test@1',
  };
}

function makeRelation(subject: Name, type: string, object: Name, stance: Partial<Relation> = {}): Relation {
  return {
    id: makeId('relation', subject, type, object),
    subject: makeId('mention', subject),
    object: makeId('mention', object),
    literal: null,
    type,
    predicate: '',
    cue: null,
    evidence: at('Norland'),
    polarity: 'positive',
    modality: 'actual',
    attribution: null,
    time: null,
    score: 1,
    by: 'test@1',
    ...stance,
  };
}

function makeExtraction(parts: Partial<Extraction>): Extraction {
  return { ...bareExtraction(document), mentions: (Object.keys(MENTIONS) as Name[]).map(makeMention), ...parts };
}

function makeGold(relations: readonly Partial<GoldRelation>[]): GoldDocument {
  const plain = { polarity: 'positive', modalities: ['actual'], anyStance: false, optional: false } as const;
  return {
    document,
    mentions: (Object.keys(MENTIONS) as Name[]).map((name) => ({
      ...MENTIONS[name],
      entity: name === 'she' ? 'ada' : name,
    })),
    relations: relations.map((relation) => ({
      subject: 'ada',
      types: ['MET_WITH'],
      object: 'bo',
      attribution: null,
      quote: at('Norland'),
      ...plain,
      ...relation,
    })),
    quotations: [{ start: TEXT.indexOf('Never'), speaker: 'bo' }],
  };
}

function tally(
  relations: readonly Relation[],
  gold: readonly Partial<GoldRelation>[],
  chains: Extraction['chains'] = [],
) {
  const { matched, missed, wrong, ...stance } = tallyRelations(
    makeExtraction({ relations, chains }),
    makeGold(gold),
    ontology,
  );
  return { matched: matched.length, missed: missed.length, wrong: wrong.length, ...stance };
}

const NONE = { matched: 0, missed: 0, wrong: 0, stanceSeen: 0, stanceKept: 0 };

describe('gold relations', () => {
  it('asks for ends, type and direction, but for no direction of a symmetric type', () => {
    const rules = { types: ['HEAD_OF_STATE_OF'], object: 'norland' };
    expect(tally([makeRelation('ada', 'HEAD_OF_STATE_OF', 'norland')], [rules])).toEqual({ ...NONE, matched: 1 });
    expect(tally([makeRelation('norland', 'HEAD_OF_STATE_OF', 'ada')], [rules])).toEqual({
      ...NONE,
      missed: 1,
      wrong: 1,
    });
    expect(tally([makeRelation('bo', 'MET_WITH', 'ada')], [{}])).toEqual({ ...NONE, matched: 1 });
    expect(tally([makeRelation('ada', 'BORN_IN', 'norland')], [])).toEqual({ ...NONE, wrong: 1 });
  });

  it('passes over what follows from a relation and what is optional', () => {
    const rules = { types: ['HEAD_OF_STATE_OF'], object: 'norland' };
    expect(tally([makeRelation('ada', 'CITIZEN_OF', 'norland')], [rules])).toEqual({ ...NONE, missed: 1 });
    expect(tally([makeRelation('ada', 'MET_WITH', 'bo')], [{ optional: true }])).toEqual(NONE);
    expect(tally([], [{ optional: true }])).toEqual(NONE);
  });

  it('counts a planned meeting that is affirmed as missed, wrong, and out of its stance', () => {
    const plan = { modalities: ['planned'] } as const;
    const affirmed = makeRelation('ada', 'MET_WITH', 'bo');
    const planned = makeRelation('ada', 'MET_WITH', 'bo', { modality: 'planned' });
    expect(tally([affirmed], [plan])).toEqual({ ...NONE, missed: 1, wrong: 1, stanceSeen: 1 });
    expect(tally([planned], [plan])).toEqual({ ...NONE, matched: 1, stanceSeen: 1, stanceKept: 1 });
    expect(tally([affirmed], [{ ...plan, anyStance: true }])).toEqual({ ...NONE, matched: 1 });
  });

  it('reads a pronoun as what its chain names, and as nothing without one', () => {
    const mentionIds = [makeId('mention', 'ada'), makeId('mention', 'she')];
    const chain = { id: makeId('chain', 'ada'), mentionIds, score: 1, by: 'test@1' };
    const relations = [makeRelation('she', 'MET_WITH', 'bo')];
    expect(tally(relations, [{}], [chain])).toEqual({ ...NONE, matched: 1 });
    expect(tally(relations, [{}])).toEqual({ ...NONE, missed: 1 });
  });
});

describe('gold speakers', () => {
  it('wants the quotation at the place and its speaker', () => {
    const quotation = (mention: Name | null, text: string): Quotation => ({
      content: at('Never,'),
      direct: true,
      cue: null,
      speaker: { mention: mention === null ? null : makeId('mention', mention), text },
    });
    const missed = (quotations: readonly Quotation[]): number =>
      missedSpeakers(makeExtraction({ quotations }), makeGold([])).length;
    expect(missed([quotation('bo', 'Quill')])).toBe(0);
    expect(missed([quotation(null, 'Bo Quill')])).toBe(0);
    expect(missed([quotation('ada', 'Ada Vance')])).toBe(1);
    expect(missed([])).toBe(1);
  });
});

describe('gold across documents', () => {
  const id = (source: string) => makeId('document', source);
  const lineage = (of: string | null, cites: readonly string[] = []): Lineage => ({
    copyOf: of === null ? null : { document: id(of), share: 1 },
    cites: cites.map((source) => ({ document: id(source), text: source })),
  });
  const sources = ['wire', 'one', 'two', 'other'];
  const makeGraph = (lineages: Readonly<Record<string, Lineage>>, claims: Claim[] = [], conflicts: Conflict[] = []) => {
    const documents = sources.map(
      (source): DocumentRecord => ({
        document: { ...document, id: id(source), source },
        sentences: [],
        lineage: lineages[source] ?? lineage(null),
      }),
    );
    return { model: '', documents, entities: [], mentions: [], claims, conflicts, decisions: [] } satisfies Graph;
  };
  const corpus: GoldCorpus = {
    ...{ entities: {}, same: [], apart: [], noConflicts: [] },
    documents: sources.map((source) => ({ ...makeGold([]), document: { ...document, id: id(source), source } })),
    copies: [
      { copy: 'one', of: 'wire' },
      { copy: 'two', of: 'wire' },
    ],
    citations: [
      { source: 'two', outlet: 'Wire', cited: 'wire', quote: 'met' },
      { source: 'one', outlet: 'Wire', cited: 'wire', quote: null },
    ],
    conflicts: [
      {
        type: 'functional',
        about: 'who runs Norland',
        sides: [
          { passages: [{ source: 'wire', quote: 'Ada Vance runs Norland' }] },
          { passages: [{ source: 'other', quote: 'Ada Vance runs Norland' }] },
        ],
      },
    ],
  };
  const compare = <Answer>(
    graph: Graph,
    measure: (made: { corpus: GoldCorpus; extractions: []; graph: Graph }) => Answer,
  ) => measure({ corpus, extractions: [], graph });

  it('takes a link inside the family of a wire story, and no other', () => {
    const graph = makeGraph({ one: lineage('wire'), two: lineage('one'), other: lineage('wire') });
    expect(compare(graph, compareCopies)).toEqual({ found: [true, true], unwanted: 1 });
    expect(compare(makeGraph({ wire: lineage('one') }), compareCopies)).toEqual({ found: [false, false], unwanted: 1 });
  });

  it('asks for citations in the text, not for credits', () => {
    const graph = makeGraph({ one: lineage(null, ['wire']), two: lineage(null, ['wire', 'other']) });
    expect(compare(graph, compareCitations)).toEqual({ found: [true], unwanted: 1 });
    expect(compare(makeGraph({}), compareCitations)).toEqual({ found: [false], unwanted: 0 });
  });

  it('finds a conflict where its claims stand on both sides', () => {
    const claim = (source: string): Claim =>
      ({
        id: makeId('claim', source),
        evidence: [{ documentId: id(source), ...at('runs') }],
      }) as unknown as Claim;
    const conflict = (type: Conflict['type'], ...parties: string[]): Conflict => ({
      id: makeId('conflict', ...parties),
      claimIds: parties.map((source) => makeId('claim', source)),
      type,
      reason: '',
    });
    const claims = sources.map(claim);
    const found = (...conflicts: Conflict[]) => compare(makeGraph({}, claims, conflicts), compareConflicts);
    expect(found(conflict('functional', 'wire', 'other'))).toEqual({ found: [true], unwanted: 0 });
    expect(found(conflict('role', 'wire', 'other'))).toEqual({ found: [false], unwanted: 1 });
    expect(found(conflict('functional', 'wire', 'one'))).toEqual({ found: [false], unwanted: 1 });
  });
});
