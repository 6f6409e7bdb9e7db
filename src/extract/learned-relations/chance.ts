// The chance that a learned relation is right: the head's scores, and what stands in the text and in the rules beside them.
import type { Extraction } from '../../model/extraction.ts';
import type { RelationType } from '../../model/ontology.ts';
import type { RelationCalibration } from '../../onnx/text-session.ts';
import { tokenAfter } from '../words.ts';
import type { RelationCandidate } from './candidate.ts';
import { keysOf } from './entities.ts';
import type { Evidence } from './evidence.ts';
import { type HomeTitles, homeTitlesOf, isTitled } from './home-titles.ts';
import { isToldOfOther } from './nationality.ts';
import { kindOf, type TextKind } from './text-kind.ts';

/** What the chance goes by, all of about the size of 1; 0 where there is nothing to say. */
export const SIGNS = [
  'score',
  'named',
  'rival',
  'reverse',
  'better',
  'cue',
  'apart',
  'across',
  'reference',
  'institution',
  'owned',
  'open',
  'rule',
  'otherRule',
  'titled',
  'central',
  'aside',
  'report',
] as const;

export type Signs = Readonly<Record<(typeof SIGNS)[number], number>>;

/** Unit of the head's scores, so that their weights are of the size of the others. */
const SCALE = 3;
/** From so many on, more sentences between the two, or better objects, say no more. */
const [FARTHEST, MOST_BETTER] = [3, 3];

/** What the rules say of a document, and what kind of text it is. */
export interface Rules {
  /** Types that they state, by the keys of subject and object. */
  readonly types: ReadonlyMap<string, ReadonlySet<string>>;
  readonly home: HomeTitles;
  readonly kind: TextKind;
}

export function rulesOf(extraction: Extraction): Rules {
  const keys = keysOf(extraction);
  const types = new Map<string, Set<string>>();
  for (const { subject, object, type } of extraction.relations) {
    if (type === null || object === null) continue;
    const pair = pairKey(keys.get(subject) ?? subject, keys.get(object) ?? object);
    types.set(pair, (types.get(pair) ?? new Set()).add(type));
  }
  return { types, home: homeTitlesOf(extraction), kind: kindOf(extraction) };
}

/** Whether the rules say the same of the two, and whether anything else: "was killed by Hale" does not say that Hale was opposed. */
function saidOf({ types }: Rules, [subject, object]: RelationCandidate['ends'], { name, symmetric }: RelationType) {
  const forth = [...(types.get(pairKey(subject, object)) ?? [])];
  const back = [...(types.get(pairKey(object, subject)) ?? [])];
  const same = [...forth, ...(symmetric ? back : [])].includes(name);
  const other = [...forth, ...back].some((each) => each !== name) || (!symmetric && back.includes(name));
  return { same, other };
}

/** What the head and the rules say, whatever sentence shows the relation. */
function signsOfHead(extraction: Extraction, candidate: RelationCandidate, rules: Rules) {
  const { type, ends, score, named, rival, reverse, better, isOpen } = candidate;
  const said = saidOf(rules, ends, type);
  const titled = isTitled(extraction, candidate, rules.home);
  return {
    score: score / SCALE,
    named: named / SCALE,
    rival: Math.max(0, rival) / SCALE,
    reverse: reverse / SCALE,
    better: Math.min(better, MOST_BETTER) / MOST_BETTER,
    open: flag(isOpen),
    rule: flag(said.same),
    otherRule: flag(said.other),
    titled: flag(titled),
    central: titled ? (rules.home.countries.get(ends[1]) ?? 0) : 0,
    report: flag(rules.kind === 'report'),
  };
}

function signsOfEvidence(extraction: Extraction, { name }: RelationType, evidence: Evidence) {
  const { subject, object, cue } = evidence;
  const [left, right] = [subject, object].map(
    ({ start }) => extraction.tokens[tokenAfter(extraction, start)]?.sentence ?? 0,
  );
  const apart = Math.abs((left ?? 0) - (right ?? 0));
  const references = [subject, object].filter(({ kind, literal }) => kind !== 'name' && literal === null);
  return {
    cue: flag(cue !== null),
    apart: Math.min(apart, FARTHEST) / FARTHEST,
    across: flag(apart > 0),
    reference: flag(references.length > 0),
    institution: flag(references.some(({ kind, referent }) => kind === 'nominal' && referent === null)),
    owned: flag(isOwned(extraction, evidence)),
    aside: flag(name === 'CITIZEN_OF' && isToldOfOther(extraction, subject, object)),
  };
}

export function signsOf(extraction: Extraction, candidate: RelationCandidate, evidence: Evidence, rules: Rules): Signs {
  return { ...signsOfHead(extraction, candidate, rules), ...signsOfEvidence(extraction, candidate.type, evidence) };
}

const OF_HEAD = [
  'score',
  'named',
  'rival',
  'reverse',
  'better',
  'open',
  'rule',
  'otherRule',
  'titled',
  'central',
  'report',
] as const;
/** All from 0 to 1. */
const OF_EVIDENCE = SIGNS.filter((name) => !(OF_HEAD as readonly string[]).includes(name));
/** More than what sums in two orders differ by. */
const ROUNDING = 1e-9;

/** False where no evidence could raise the chance to the bar: for most of what the head scores no sentence need be looked for. */
export function mayHold(
  extraction: Extraction,
  candidate: RelationCandidate,
  rules: Rules,
  own: RelationCalibration,
): boolean {
  const signs = signsOfHead(extraction, candidate, rules);
  let logit = own.offset + ROUNDING;
  for (const name of OF_HEAD) logit += (own.weights[name] ?? 0) * signs[name];
  for (const name of OF_EVIDENCE) logit += Math.max(0, own.weights[name] ?? 0);
  return chanceOfLogit(logit) >= own.least[rules.kind];
}

/** Logistic in all signs; the weights come from calibration.json. */
export function chanceOf(signs: Signs, own: RelationCalibration): number {
  return chanceOfLogit(logitOf(signs, own));
}

function chanceOfLogit(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

export function logitOf(signs: Signs, { weights, offset }: RelationCalibration): number {
  return SIGNS.reduce((sum, name) => sum + (weights[name] ?? 0) * signs[name], offset);
}

/**
 * Chance from which the head alone joins what no word of the text relates: knowledge of the world, where it errs. Across
 * sentences it errs most; of a person in one sentence 0.6 cost KnowledgeNet a point of F1 and 0.5 costs nothing. Whose a title is must be surer: it makes heads of states.
 */
const LEAST_UNSAID = { across: 0.6, person: 0.5, titled: 0.65 } as const;

/** The chance from which a relation is stated: its family's in a text of that kind, or more where that floor is higher. */
export function barOf({ family }: RelationType, signs: Signs, { least }: RelationCalibration): number {
  return Math.max(least[signs.report === 1 ? 'report' : 'reference'], floorOf(family, signs));
}

/** The chance below which no relation is stated where no word or rule bears it out across sentences or of a person, or a title alone does; else 0. */
export function floorOf(family: string, { cue, rule, titled, across }: Signs): number {
  if (rule === 1 || (cue === 1 && titled === 0)) return 0;
  if (titled === 1) return LEAST_UNSAID.titled;
  if (across === 1) return LEAST_UNSAID.across;
  return family === 'person' ? LEAST_UNSAID.person : 0;
}

/** Words that may stand between an owner and what it owns. */
const MOST_BETWEEN = 4;

/** The object stands before the subject as its owner: "Norland's new central bank", "the Norlandish troops". */
function isOwned(extraction: Extraction, { subject, object }: Evidence): boolean {
  const [from, to] = [tokenAfter(extraction, object.end), tokenAfter(extraction, subject.start)];
  if (from > to || to - from > MOST_BETWEEN || object.end > subject.start) return false;
  return extraction.tokens.slice(from, to).every(({ upos }) => /^(?:ADJ|ADV|NOUN|PART)$/.test(upos));
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}

function pairKey(subject: string, object: string): string {
  return `${subject} ${object}`;
}
