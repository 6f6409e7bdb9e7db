// Claims and numbers as words for people: pure, no page.
import type { SpeakerPayload } from '../src/server/payload.ts';
import type { Facts } from './facts.ts';

export interface ClaimWords {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
}

/** By place in MODALITIES of the server: what a reader is told of it. */
export const HEDGES = ['', 'planned', 'possible', 'conditional', 'demanded'] as const;

/** "Ada Quill" · "is head of state of" · "Norland". Open claims keep the words of the text. */
export function claimWords({ payload }: Facts, claim: number): ClaimWords {
  const { claims, entities } = payload;
  const type = payload.relationTypes[claims.type[claim] ?? -1];
  return {
    subject: entities.name[claims.subject[claim] ?? -1] ?? '',
    relation: type === undefined || type.name === '' ? (claims.predicate[claim] ?? '') : type.label,
    object: entities.name[claims.object[claim] ?? -1] ?? claims.literal[claim] ?? '',
  };
}

/** A person's office in the words of the text ("foreign minister"), which the relation alone does not tell; else empty. */
export function claimTitle({ payload }: Facts, claim: number): string {
  const { claims, entities, entityTypes, relationTypes } = payload;
  const holder = entityTypes[entities.type[claims.subject[claim] ?? -1] ?? -1]?.name;
  const family = relationTypes[claims.type[claim] ?? -1]?.family;
  return holder === 'Person' && family === 'office' ? (claims.predicate[claim] ?? '') : '';
}

/** Words for the line between two entities: what its strongest shown statement says, and how many more there are. */
export function pairWords(facts: Facts, claims: readonly number[]): string {
  const { independentSources, negative, modality } = facts.payload.claims;
  const hedgeOf = (claim: number): string => (negative[claim] === 1 ? 'denied' : (HEDGES[modality[claim] ?? 0] ?? ''));
  // Of two with as many sources the plain one speaks.
  const weight = (claim: number): number => (independentSources[claim] ?? 0) - (hedgeOf(claim) === '' ? 0 : 0.5);
  const [first] = [...claims].sort((a, b) => weight(b) - weight(a));
  if (first === undefined) return '';
  const { relation } = claimWords(facts, first);
  const hedge = hedgeOf(first);
  const words = hedge === '' ? relation : `${hedge}: ${relation}`;
  return claims.length === 1 ? words : `${words} +${claims.length - 1}`;
}

/** What a reader must know before believing it, the gravest first. */
export function claimTags({ payload }: Facts, claim: number): readonly string[] {
  const { claims } = payload;
  const hedge = HEDGES[claims.modality[claim] ?? 0] ?? '';
  return [
    claims.disputed[claim] === 1 ? 'disputed' : '',
    claims.negative[claim] === 1 ? 'denied' : '',
    hedge,
    claims.derived[claim] === 1 ? 'follows from others' : '',
  ].filter((tag) => tag !== '');
}

/** "2 independent sources in 3 files · 90 % sure". */
export function claimMeasure({ payload }: Facts, claim: number): string {
  const { claims } = payload;
  if (claims.derived[claim] === 1) return 'no sentence of its own';
  const files = claims.documents[claim]?.length ?? 0;
  const sources = claims.independentSources[claim] ?? 0;
  return `${count(sources, 'independent source')} in ${count(files, 'file')} · ${percent(claims.confidence[claim] ?? 0)} sure`;
}

/** Who says it, by name where the text has "he": "according to Ada Quill (“she”)", "Boris Hale denies it". */
export function speakerWords({ payload, entityPlace }: Facts, claim: number, speaker: SpeakerPayload): string {
  const name = payload.entities.name[entityPlace.get(speaker.entity ?? '') ?? -1];
  const who = name === undefined || name === speaker.text ? speaker.text : `${name} (“${speaker.text}”)`;
  return payload.claims.negative[claim] === 1 ? `${who} denies it` : `according to ${who}`;
}

export function count(number: number, thing: string, things = `${thing}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? thing : things}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

export interface Extent {
  readonly entities: number;
  readonly claims: number;
}

/** The status line: what is drawn, of what, and why the rest is not. */
export function shownLine(shown: Extent, all: Extent, unconnected: number): string {
  const line = `Showing ${shown.entities.toLocaleString('en')} of ${count(all.entities, 'name')} and ${shown.claims.toLocaleString('en')} of ${count(all.claims, 'statement')}`;
  const filtered = all.entities - shown.entities - unconnected > 0 || shown.claims < all.claims;
  const reasons = [
    ...(unconnected > 0 ? [`${unconnected.toLocaleString('en')} have no relation to another name`] : []),
    ...(filtered ? ['the filter hides the rest'] : []),
  ];
  return reasons.length === 0 ? `${line}.` : `${line}, because ${reasons.join(' and ')}.`;
}
