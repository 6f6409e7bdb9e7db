// What follows from a claim by the ontology (a head of state is a citizen), marked as derived and without evidence of its own.
import type { Claim, Entity } from '../model/graph.ts';
import { type EntityId, makeId } from '../model/id.ts';
import type { Ontology, RelationType } from '../model/ontology.ts';
import { claimKey } from './claim-key.ts';
import type { Claims } from './claims.ts';
import type { WitnessesOf } from './finish-claim.ts';
import { compareText } from './fold.ts';

/** The claims that follow from others, by id. Remembers those whose grounds are as they were. */
export type ClaimDeriver = (
  claims: Claims,
  entityOf: (id: EntityId) => Entity | undefined,
  witnessesOf: WitnessesOf,
) => readonly Claim[];

interface Derived {
  readonly grounds: readonly Claim[];
  readonly claim: Claim;
}

/**
 * From affirmed, actual claims, and only what no text states. As sure as the surest of their grounds, as well attested as
 * all of them together.
 */
export function makeClaimDeriver(ontology: Ontology): ClaimDeriver {
  const types = new Map(ontology.relationTypes.map((type) => [type.name, type]));
  let known = new Map<string, Derived>();
  return (claims, entityOf, witnessesOf) => {
    const next = new Map<string, Derived>();
    for (const [key, { type, claims: grounds }] of groundsIn(claims.stated, entityOf, types)) {
      if (claims.has(makeId('claim', key))) continue;
      const before = known.get(key);
      const holds =
        before?.grounds.length === grounds.length && grounds.every((claim, at) => claim === before.grounds[at]);
      next.set(key, before && holds ? before : { grounds, claim: derive(key, type, grounds, witnessesOf) });
    }
    known = next;
    return [...next.values()].map(({ claim }) => claim).sort((a, b) => compareText(a.id, b.id));
  };
}

interface Grounds {
  readonly type: RelationType;
  readonly claims: Claim[];
}

function groundsIn(
  claims: readonly Claim[],
  entityOf: (id: EntityId) => Entity | undefined,
  types: ReadonlyMap<string, RelationType>,
): ReadonlyMap<string, Grounds> {
  const grounds = new Map<string, Grounds>();
  for (const claim of claims) {
    if (claim.type === null) continue;
    const { subject, object, polarity, modality } = claim;
    if (object === null || polarity === 'negative' || modality !== 'actual') continue;
    for (const type of impliedBy(claim.type, types)) {
      if (!type.range.includes(entityOf(object)?.type ?? '') || !type.domain.includes(entityOf(subject)?.type ?? ''))
        continue;
      const ends = type.symmetric && object < subject ? { subject: object, object: subject } : { subject, object };
      const key = claimKey({ type: type.name, predicate: '', title: null, ...ends, literal: null, polarity, modality });
      const known = grounds.get(key);
      if (known) known.claims.push(claim);
      else grounds.set(key, { type, claims: [claim] });
    }
  }
  return grounds;
}

/** All types that follow, also by way of others, without the type itself. */
function impliedBy(name: string, types: ReadonlyMap<string, RelationType>): RelationType[] {
  const found = new Map<string, RelationType>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const implied of types.get(next)?.implies ?? []) {
      const type = types.get(implied);
      if (type === undefined || implied === name || found.has(implied)) continue;
      found.set(implied, type);
      open.push(implied);
    }
  }
  return [...found.values()];
}

function derive(key: string, type: RelationType, grounds: readonly Claim[], witnessesOf: WitnessesOf): Claim {
  const sorted = [...grounds].sort((a, b) => b.confidence - a.confidence || compareText(a.id, b.id));
  const [best] = sorted;
  if (best === undefined) throw new Error('A derived claim needs a ground.');
  const evidence = grounds.flatMap((claim) => claim.evidence);
  const ends = type.symmetric && best.object !== null && best.object < best.subject;
  const { numbers, links } = witnessesOf(evidence);
  const { sourceLinks: _, ...rest } = best;
  return {
    ...rest,
    ...(links.length === 0 ? {} : { sourceLinks: links }),
    id: makeId('claim', key),
    type: type.name,
    subject: ends && best.object !== null ? best.object : best.subject,
    object: ends ? best.subject : best.object,
    attribution: null,
    time: null,
    derivedFrom: grounds.map(({ id }) => id).sort(compareText),
    independentSources: new Set(numbers).size,
    evidence: [],
  };
}
