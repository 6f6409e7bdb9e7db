// What the viewer gets: columns that agree with the graph, and sentences whose ranges lie where the text says so.
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/model/graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import type { ClaimId, EntityId } from '../../src/model/id.ts';
import { makeClaimPayload } from '../../src/server/claim-payload.ts';
import { makeDocumentPayload } from '../../src/server/document-payload.ts';
import { indexDecisions, makeEntityPayload } from '../../src/server/entity-payload.ts';
import { makeGraphPayload } from '../../src/server/graph-payload.ts';
import { readLabels, spellOut } from '../../src/server/labels.ts';
import { actGraph, avoided, resigned } from '../helpers/act-graph.ts';
import { generatedView } from '../helpers/generated-graph.ts';
import { sampleGraph, sampleView } from '../helpers/sample-graph.ts';
import { fewWords, manyWords, speechGraph } from '../helpers/speech-graph.ts';

function claimBy(test: (claim: Claim) => boolean): Claim {
  const found = sampleGraph.claims.find(test);
  if (found === undefined) throw new Error('no such claim in the sample');
  return found;
}

const derived = claimBy((claim) => claim.derivedFrom !== null);
const counted = claimBy((claim) => claim.literal !== null);
const denied = claimBy((claim) => claim.polarity === 'negative');

describe('the graph in columns', () => {
  const payload = makeGraphPayload(sampleView, 'sample.stemma');
  const { claims, entities, documents } = payload;
  const place = (claim: Claim): number => claims.id.indexOf(claim.id);

  it('has columns of one length', () => {
    expect(new Set(Object.values(claims).map((column) => column.length))).toEqual(new Set([5]));
    expect(new Set(Object.values(entities).map((column) => column.length))).toEqual(new Set([4]));
    expect(new Set(Object.values(documents).map((column) => column.length))).toEqual(new Set([2]));
  });

  it('refers to entities, types and documents by place', () => {
    const generated = generatedView();
    const large = makeGraphPayload(generated, '');
    for (const [at, id] of large.claims.id.entries()) {
      const claim = generated.claim(id as ClaimId);
      expect(large.entities.id[large.claims.subject[at] ?? -1]).toBe(claim?.subject);
      expect(large.entities.id[large.claims.object[at] ?? -1] ?? null).toBe(claim?.object);
      expect(large.relationTypes[large.claims.type[at] ?? -1]?.name).toBe(claim?.type ?? '');
      const named = (large.claims.documents[at] ?? []).map((number) => large.documents.id[number]);
      const grounds = claim?.derivedFrom?.map((ground) => generated.claim(ground)) ?? [claim];
      expect(new Set(named)).toEqual(new Set(grounds.flatMap((one) => one?.evidence.map((item) => item.documentId))));
    }
  });

  it('gives a derived claim the documents of what it stands on', () => {
    expect(claims.documents[place(derived)]).toEqual([0, 1]);
    expect(claims.derived[place(derived)]).toBe(1);
  });

  it('tells what the texts describe and never name', () => {
    const unnamed = sampleGraph.entities.map((entity, at) => (at === 1 ? { ...entity, aliases: [] } : entity));
    const { entities: told } = makeGraphPayload(viewGraph({ ...sampleGraph, entities: unnamed }), '');
    expect(told.described).toEqual(told.id.map((id) => Number(id === unnamed[1]?.id)));
  });

  it('has what somebody says as a kind of its own, long words cut between two, and marks them in their sentence', () => {
    const view = viewGraph(speechGraph);
    const { claims: spoken, relationTypes } = makeGraphPayload(view, '');
    const at = spoken.id.indexOf(manyWords.id);
    expect(relationTypes[spoken.type[at] ?? -1]).toMatchObject({ name: '', family: 'speech' });
    expect(relationTypes[spoken.type[spoken.id.indexOf(counted.id)] ?? -1]).toMatchObject({ family: 'open' });
    expect(spoken.literal[at]).toMatch(/^We shall wait\. And .{400,480}[a-z.] …$/);
    const [evidence] = makeClaimPayload(view, fewWords).evidence;
    const [from, to] = evidence?.object ?? [0, 0];
    expect(evidence?.quote.slice(from - evidence.start, to - evidence.start)).toBe('met Boris Hale');
    expect(makeClaimPayload(view, manyWords).evidence[0]?.object).toBeNull();
  });

  it('has what somebody did as a kind of its own, without a second name, and marks it in its sentence', () => {
    const view = viewGraph(actGraph);
    const { claims: done, relationTypes } = makeGraphPayload(view, '');
    const [one, other] = [avoided, resigned].map(({ id }) => done.id.indexOf(id)) as [number, number];
    expect(relationTypes[done.type[one] ?? -1]).toMatchObject({ name: '', family: 'act' });
    expect([done.predicate[one], done.literal[one], done.object[one]]).toEqual(['avoid', 'Boris Hale', -1]);
    // The verb stands among its words.
    expect([done.predicate[other], done.literal[other]]).toEqual(['', 'resigned\non Monday']);
    const [evidence] = makeClaimPayload(view, avoided).evidence;
    const [from, to] = evidence?.object ?? [0, 0];
    expect(evidence?.quote.slice(from - evidence.start, to - evidence.start)).toBe('Boris Hale');
    expect(makeClaimPayload(view, resigned).evidence[0]?.object).toBeNull();
  });

  it('tells who says a claim: a name, words that name nobody, or an article in its own voice', () => {
    const { entity, text } = payload.speakers;
    const hale = entities.name.indexOf('Boris Hale');
    expect([entity, text]).toEqual([[hale], [entities.id[hale]]]);
    expect(payload.speakers.groups).toEqual([[0]]);
    expect(Array.from(claims.saidBy)).toEqual(claims.id.map((id) => (id === denied.id ? 0 : -1)));
  });

  it('tells all who say a claim in one passage or another, and of a derived claim who says its grounds', () => {
    const words = { entity: null, text: 'two aides' };
    const gone = { entity: 'e-gone' as EntityId, text: 'Quill' };
    const head = sampleGraph.claims.find(({ id }) => derived.derivedFrom?.includes(id));
    const view = viewGraph({
      ...sampleGraph,
      claims: sampleGraph.claims.map((claim) => {
        const [one, other] = claim.evidence.map((piece) => ({ ...piece, attribution: words }));
        if (one === undefined) return claim;
        if (claim === head) return { ...claim, evidence: [one, { ...one, attribution: null }] };
        return other === undefined ? claim : { ...claim, evidence: [one, { ...other, attribution: gone }] };
      }),
    });
    const { claims: said, speakers } = makeGraphPayload(view, '');
    const named = (claim: Claim): (string | undefined)[] =>
      (speakers.groups[said.saidBy[said.id.indexOf(claim.id)] ?? -1] ?? [])
        .map((at) => (at < 0 ? 'article' : speakers.text[at]))
        .sort();
    const met = claimBy((claim) => claim.type === 'MET_WITH' && claim.polarity === 'positive');
    expect(named(derived)).toEqual(['article', 'two aides']);
    expect(named(met)).toEqual(['Quill', 'two aides']);
    expect(named(counted)).toEqual([]);
    expect(Array.from(speakers.entity).filter((at) => at >= 0)).toHaveLength(1);
  });

  it('says numbers with their unit and no entity', () => {
    expect(claims.literal[place(counted)]).toBe('About 1,200 troops');
    const killed = sampleGraph.claims.map((claim) =>
      claim === counted ? { ...claim, predicate: 'troops killed' } : claim,
    );
    const told = makeGraphPayload(viewGraph({ ...sampleGraph, claims: killed }), '').claims;
    expect(told.literal[told.id.indexOf(counted.id)]).toBe('About 1,200');
    expect(claims.object[place(counted)]).toBe(-1);
  });

  it('knows copies, publishers and conflicts', () => {
    expect(documents.copyOf.filter((copy) => copy >= 0)).toHaveLength(1);
    expect(payload.publishers.toSorted()).toEqual(['Evening Copy', 'Norland Post']);
    expect(payload.conflicts[0]?.claims.map((at) => claims.id[at]).sort()).toEqual(sampleGraph.conflicts[0]?.claimIds);
  });

  it('gives a kind of entity its own colour in every graph, and foreign kinds further ones', () => {
    const labels = readLabels();
    expect(labels.entityType('Person').color).toBe(0);
    expect(labels.entityType('Vessel')).toEqual({ name: 'Vessel', label: 'vessel', color: 12 });
    expect(labels.entityType('Harbour').color).toBe(13);
    expect(labels.entityType('Vessel').color).toBe(12);
  });

  it('calls types as the ontology does that the graph was built with', () => {
    const type = sampleGraph.claims.find((claim) => claim.type !== null)?.type ?? '';
    const ontology = {
      version: 1,
      entityTypes: [{ name: 'Person', label: 'character' }],
      relationTypes: [
        {
          ...{ name: type, label: 'stands at the head of', family: 'own', domain: ['Person'], range: ['Person'] },
          ...{ symmetric: true, functional: null, implies: [], triggers: [] },
        },
      ],
    };
    const told = makeGraphPayload({ ...sampleView, ontology }, '');
    const person = { name: 'Person', label: 'character', color: 0 };
    expect(told.entityTypes.find(({ name }) => name === 'Person')).toEqual(person);
    const relation = { name: type, label: 'stands at the head of', family: 'own', symmetric: true };
    expect(told.relationTypes.find(({ name }) => name === type)).toEqual(relation);
  });

  it('spells foreign types out', () => {
    expect(spellOut('SHIPPED_BY')).toBe('shipped by');
    expect(spellOut('CreativeWork')).toBe('creative work');
  });
});

describe('one claim', () => {
  it('brings each sentence with ranges that fall on the names', () => {
    const met = makeClaimPayload(
      sampleView,
      claimBy((claim) => claim.type === 'MET_WITH' && claim.polarity === 'positive'),
    );
    expect(met.evidence).toHaveLength(2);
    expect(met.time).toBe('Monday (2031-04-28)');
    for (const item of met.evidence) {
      const text = sampleGraph.documents.find(({ document }) => document.id === item.document)?.document.text ?? '';
      expect(text.slice(...(item.subject ?? [0, 0]))).toBe('Ada Quill');
      expect(text.slice(...(item.object ?? [0, 0]))).toBe('Boris Hale');
      expect(text.slice(item.start, item.end)).toBe(item.quote);
    }
    expect(met.evidence.map((item) => item.copyOf).filter(Boolean)).toEqual(['Ada Quill']);
  });

  it('says why there are fewer sources than files, and nothing where each is one', () => {
    const met = claimBy((claim) => claim.type === 'MET_WITH' && claim.polarity === 'positive');
    const [original, copy] = sampleGraph.documents.map(({ document }) => document.id);
    if (!original || !copy) throw new Error('two documents');
    const link = { original, copy, why: 'copy', paragraph: 2, share: 0.9, outlet: null } as const;
    const payload = makeClaimPayload(sampleView, { ...met, independentSources: 1, sourceLinks: [link] });
    expect(payload.sources).toEqual([expect.stringMatching(/ repeats .*, paragraph 2 \(90 % of its text\)$/)]);
    expect(makeClaimPayload(sampleView, met).sources).toHaveLength((met.sourceLinks ?? []).length);
  });

  it('names the speaker, and the grounds of a derived claim', () => {
    expect(makeClaimPayload(sampleView, denied).speaker?.text).toBe('Hale');
    const payload = makeClaimPayload(sampleView, derived);
    expect(payload.evidence).toEqual([]);
    expect(payload.derivedFrom).toEqual(derived.derivedFrom);
  });
});

describe('one entity', () => {
  it('shows each name in a sentence, and each decision once', () => {
    const entity = sampleView.entity(denied.object as EntityId);
    if (entity === undefined) throw new Error('no such entity');
    const payload = makeEntityPayload(sampleView, entity, indexDecisions(sampleView));
    const [alias] = payload.aliases;
    expect(alias?.name).toBe('Ada Quill');
    const [start, end] = alias?.example?.mark ?? [0, 0];
    expect(alias?.example?.quote.slice(start - (alias.example.start ?? 0), end - alias.example.start)).toBe(
      'Ada Quill',
    );
    expect(payload.documents).toHaveLength(2);
    expect(payload.decisionCount).toBe(1);
    expect(payload.decisions[0]?.left).toMatchObject({ surface: 'Ada Quill', title: 'Ada Quill' });
  });
});

describe('one document', () => {
  it('has its mentions in reading order, and says what it repeats', () => {
    const record = sampleGraph.documents.find(({ lineage }) => lineage.copyOf !== null);
    if (record === undefined) throw new Error('no copy in the sample');
    const payload = makeDocumentPayload(sampleView, record);
    const starts = payload.mentions.map((mention) => mention.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(payload.copyOf).toMatchObject({ share: 0.8, title: 'Ada Quill' });
    expect(payload.cites).toEqual([{ document: null, text: 'Morning Wire' }]);
  });
});
