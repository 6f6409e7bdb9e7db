// Claims and numbers as words for people, in the language of the page: no page of its own.
import type { EntityTypePayload, GraphPayload, RelationTypePayload, SpeakerPayload } from '../src/server/payload.ts';
import { ACT, familyOf, SPEECH, THOUGHT } from './claim-facets.ts';
import type { Facts } from './facts.ts';
import { wordFor, words } from './language.ts';
import type { EdgeWords } from './look.ts';
import type { ViewState } from './state.ts';

export interface ClaimWords {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
}

export function entityTypeLabel(type: EntityTypePayload | undefined): string {
  return type === undefined ? '' : wordFor(words().entityTypes, type.name, type.label);
}

/** Claims in the words of the text have types without a name. */
export function relationTypeLabel({ name, label, family }: RelationTypePayload): string {
  if (name !== '') return wordFor(words().relationTypes, name, label);
  if (family === ACT) return words().actRelation;
  if (family === THOUGHT) return words().thoughtRelation;
  return family === SPEECH ? words().speechRelation : words().openRelation;
}

/** "Ada Quill" · "is head of state of" · "Norland". Open claims keep the words of the text. */
export function claimWords({ payload }: Facts, claim: number): ClaimWords {
  const { claims, entities } = payload;
  const type = payload.relationTypes[claims.type[claim] ?? -1];
  return {
    subject: entities.name[claims.subject[claim] ?? -1] ?? '',
    relation: type === undefined || type.name === '' ? (claims.predicate[claim] ?? '') : relationTypeLabel(type),
    object: entities.name[claims.object[claim] ?? -1] ?? literalWords(payload, claim),
  };
}

/** Words that somebody says stand in marks. */
export function literalWords(payload: GraphPayload, claim: number): string {
  const value = payload.claims.literal[claim] ?? '';
  return familyOf(payload, claim) === SPEECH ? words().claim.said(value) : value;
}

/** A person's office in the words of the text ("foreign minister"), which the relation alone does not tell; else empty. */
export function claimTitle({ payload }: Facts, claim: number): string {
  const { claims, entities, entityTypes, relationTypes } = payload;
  const holder = entityTypes[entities.type[claims.subject[claim] ?? -1] ?? -1]?.name;
  const family = relationTypes[claims.type[claim] ?? -1]?.family;
  return holder === 'Person' && family === 'office' ? (claims.predicate[claim] ?? '') : '';
}

/** Which of the statements of a pair speaks for all: of two with as many sources the plain one. */
export function leadingClaim({ payload }: Facts, claims: readonly number[]): number | undefined {
  const { independentSources, negative, modality } = payload.claims;
  const weight = (claim: number): number =>
    (independentSources[claim] ?? 0) - (negative[claim] === 1 || modality[claim] !== 0 ? 0.5 : 0);
  return [...claims].sort((a, b) => weight(b) - weight(a))[0];
}

/** Words for the line between two entities: what its leading statement says, and how many more there are. */
export function pairWords(facts: Facts, claims: readonly number[]): string {
  const first = leadingClaim(facts, claims);
  if (first === undefined) return '';
  const { relation } = claimWords(facts, first);
  const denied = facts.payload.claims.negative[first] === 1 ? words().claim.denied : '';
  const hedge = [denied, hedgeOfClaim(facts, first)].filter((word) => word !== '').join(', ');
  const told = hedge === '' ? relation : words().claim.hedged(hedge, relation);
  return claims.length === 1 ? told : `${told} +${claims.length - 1}`;
}

/** The same for the picture, where colour and an arrow tell the rest. */
export function edgeWords(facts: Facts, claims: readonly number[]): EdgeWords {
  const { disputed, subject, object, type } = facts.payload.claims;
  const first = leadingClaim(facts, claims) ?? -1;
  const symmetric = facts.payload.relationTypes[type[first] ?? -1]?.symmetric === true;
  // The left end of a pair has the lower place.
  const towards = symmetric ? 0 : (subject[first] ?? 0) < (object[first] ?? 0) ? 1 : -1;
  return { text: pairWords(facts, claims), disputed: claims.some((claim) => disputed[claim] === 1), towards };
}

/** Empty for plain fact; by place in MODALITIES of the server. */
function hedgeOfClaim({ payload }: Facts, claim: number): string {
  return words().claim.hedges[payload.claims.modality[claim] ?? 0] ?? '';
}

export interface Tag {
  /** Its style class. */
  readonly kind: 'disputed' | 'denied' | 'hedged' | 'follows';
  readonly text: string;
}

/** What a reader must know before believing it, the gravest first. */
export function claimTags(facts: Facts, claim: number): readonly Tag[] {
  const { claims } = facts.payload;
  const told = words().claim;
  const tags: readonly Tag[] = [
    { kind: 'disputed', text: claims.disputed[claim] === 1 ? told.disputed : '' },
    { kind: 'denied', text: claims.negative[claim] === 1 ? told.denied : '' },
    { kind: 'hedged', text: hedgeOfClaim(facts, claim) },
    { kind: 'follows', text: claims.derived[claim] === 1 ? told.derived : '' },
  ];
  return tags.filter(({ text }) => text !== '');
}

/** "2 independent sources in 3 files · 90 % sure". */
export function claimMeasure({ payload }: Facts, claim: number): string {
  const { claims } = payload;
  if (claims.derived[claim] === 1) return words().claim.noSentence;
  const files = claims.documents[claim]?.length ?? 0;
  return words().claim.measure(claims.independentSources[claim] ?? 0, files, claims.confidence[claim] ?? 0);
}

/** Who says it, by name where the text has "he": "according to Ada Quill (“she”)", "Boris Hale denies it". */
export function speakerWords({ payload, entityPlace }: Facts, claim: number, speaker: SpeakerPayload): string {
  const name = payload.entities.name[entityPlace.get(speaker.entity ?? '') ?? -1];
  const told = words().claim;
  const who = name === undefined || name === speaker.text ? speaker.text : told.namedAs(name, speaker.text);
  return payload.claims.negative[claim] === 1 ? told.denies(who) : told.accordingTo(who);
}

/** A speaker in a list: a name as the graph has it; words that are nobody's name stand in quotes. */
export function speakerLabel({ entities, speakers }: GraphPayload, speaker: number): string {
  return entities.name[speakers.entity[speaker] ?? -1] ?? words().claim.said(speakers.text[speaker] ?? '');
}

/** What is open, the innermost first, for the list of tabs and the history of the browser: "Ada Quill – Norland · Stemma". */
export function pageTitle({ payload, entityPlace, documentPlace }: Facts, state: ViewState): string {
  const { entities, documents } = payload;
  const nameOf = (id: string | null): string => entities.name[entityPlace.get(id ?? '') ?? -1] ?? '';
  const article = documents.title[documentPlace.get(state.reading?.document ?? '') ?? -1] ?? '';
  const names = state.pair ?? [state.entity, state.path];
  const view = state.tab === 'graph' ? '' : words().page.tabs[state.tab];
  const parts = [article, names.map(nameOf).filter(Boolean).join(' – '), view, payload.title, 'Stemma'];
  return parts.filter(Boolean).join(' · ');
}

export interface Extent {
  readonly entities: number;
  readonly claims: number;
}

/**
 * The status line: what is drawn, of what, and why the rest is not. `centre` is the name to which the picture is kept
 * near, or null.
 */
export function shownLine(shown: Extent, all: Extent, unconnected: number, centre: string | null = null): string {
  const { showing, unconnected: apart, filtered, farther, because } = words().status;
  const hides = all.entities - shown.entities - unconnected > 0 || shown.claims < all.claims;
  const reasons = [
    ...(centre !== null ? [farther(centre)] : unconnected > 0 ? [apart(unconnected)] : []),
    ...(hides && centre === null ? [filtered] : []),
  ];
  return because(showing(shown.entities, all.entities, shown.claims, all.claims), reasons);
}
