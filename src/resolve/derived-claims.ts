// What follows from a claim by the ontology (a head of state is a citizen), marked as derived and without evidence of its own.
import type { Claim, Entity } from '../model/graph.ts';
import { type EntityId, makeId } from '../model/id.ts';
import type { Ontology, RelationType } from '../model/ontology.ts';
import { claimKey, type WitnessesOf } from './claims.ts';
import { compareText } from './fold.ts';

/**
 * Claims that follow from affirmed, actual ones and that no text states, by id. As sure as the surest of their grounds,
 * as well attested as all of them together.
 */
export function deriveClaims(
  claims: readonly Claim[],
  entities: readonly Entity[],
  ontology: Ontology,
  witnessesOf: WitnessesOf,
): Claim[] {
  const types = new Map(ontology.relationTypes.map((type) => [type.name, type]));
  const typeOf = new Map<EntityId, string>(entities.map(({ id, type }) => [id, type]));
  const stated = new Set(claims.map(({ id }) => id));
  const grounds = new Map<string, { readonly type: RelationType; readonly claims: Claim[] }>();
  for (const claim of claims) {
    const { subject, object, polarity, modality } = claim;
    if (claim.type === null || object === null || polarity === 'negative' || modality !== 'actual') continue;
    for (const type of impliedBy(claim.type, types)) {
      if (!type.range.includes(typeOf.get(object) ?? '') || !type.domain.includes(typeOf.get(subject) ?? '')) continue;
      const ends = type.symmetric && object < subject ? { subject: object, object: subject } : { subject, object };
      const key = claimKey({ type: type.name, predicate: '', title: null, ...ends, literal: null, polarity, modality });
      const known = grounds.get(key);
      if (known) known.claims.push(claim);
      else grounds.set(key, { type, claims: [claim] });
    }
  }
  return [...grounds]
    .map(
      ([
        key,
        {
          type,
          claims: [...from],
        },
      ]) => derive(key, type, from, witnessesOf),
    )
    .filter(({ id }) => !stated.has(id))
    .sort((a, b) => compareText(a.id, b.id));
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
  return {
    ...best,
    id: makeId('claim', key),
    type: type.name,
    subject: ends && best.object !== null ? best.object : best.subject,
    object: ends ? best.subject : best.object,
    attribution: null,
    time: null,
    derivedFrom: grounds.map(({ id }) => id).sort(compareText),
    independentSources: new Set(witnessesOf(evidence)).size,
    evidence: [],
  };
}
