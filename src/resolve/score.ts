// How likely two groups of mentions are one thing: weights of agreement summed as log-odds (Fellegi and Sunter, 1969).
import type { Comparison, Feature, Level } from './compare/feature.ts';
import { compareLife } from './compare/life.ts';
import { compareNeighbours } from './compare/neighbours.ts';
import { compareOffices } from './compare/offices.ts';
import { compareOwners } from './compare/owners.ts';
import { comparePeople } from './compare/person-names.ts';
import { comparePlaceSense } from './compare/place-sense.ts';
import { compareThings } from './compare/thing-names.ts';
import { compareTypes } from './compare/types.ts';
import type { Profile } from './profile.ts';
import type { Scope } from './scope.ts';

/** The features in the order in which their reasons are told. A new one is a file and a line here. */
export const PERSON_FEATURES: readonly Feature[] = [comparePeople, compareOffices, compareLife, compareNeighbours];
export const THING_FEATURES: readonly Feature[] = [
  compareThings,
  compareTypes,
  comparePlaceSense,
  compareOwners,
  compareNeighbours,
];

/**
 * Natural log-odds that each level adds. Names set where a pair starts: at or above 0 the name alone joins, below it
 * something else must agree.
 */
export const WEIGHTS: Readonly<Record<Level, number>> = {
  'name-same': 3,
  'name-same-common': 1,
  'name-respelt': 1,
  'name-variant': -0.5,
  'name-suffix': -0.5,
  'name-initial': -1,
  'name-surname': -2,
  'name-given': -3.5,
  'name-lone': -2,
  'name-conflict': -20,
  'thing-same': 3,
  'thing-institution': 3,
  'thing-reordered': 0.5,
  'thing-variant': -1.5,
  'thing-acronym-stated': 0.5,
  'thing-acronym': -2,
  'thing-same-acronym': 2,
  'thing-short': -1.5,
  'thing-owned': 1,
  'thing-unnamed': -2,
  'only-match': 1,
  'same-document': 4,
  'office-same': 3.5,
  'office-other-title': 1.5,
  'office-other-owner': -2.5,
  'neighbours-shared': 4,
  'neighbours-in-document': 3,
  'neighbours-none': -1.5,
  'owner-named': 2.5,
  'type-differs': -1.5,
  'type-vague': -0.5,
  'sense-differs': -6,
  'sense-open': -3.2,
  'life-agrees': 3,
  'life-differs': -6,
};

export interface PairScore {
  /** Natural log-odds; the pair is one thing at 0 and above. */
  readonly logOdds: number;
  /** The same as a chance, 0–1, two decimals, never 0 or 1. */
  readonly score: number;
  readonly comparisons: readonly Comparison[];
  /** Sentences for people, in the order of the features. */
  readonly reasons: readonly string[];
}

/** Null where the names have nothing in common, so that there is nothing to ask. */
export function scorePair(left: Profile, right: Profile, scope: Scope): PairScore | null {
  return scoreBy(left.isPerson ? PERSON_FEATURES : THING_FEATURES, left, right, scope);
}

/** The score without asking for company; null also where company could part the pair. */
export function scoreAlone(left: Profile, right: Profile, scope: Scope): PairScore | null {
  const pair = scoreBy(left.isPerson ? PERSON_ALONE : THING_ALONE, left, right, scope);
  return pair !== null && pair.logOdds + WEIGHTS['neighbours-none'] >= 0 ? pair : null;
}

const isAlone = (feature: Feature): boolean => feature !== compareNeighbours;
const PERSON_ALONE = PERSON_FEATURES.filter(isAlone);
const THING_ALONE = THING_FEATURES.filter(isAlone);

function scoreBy(features: readonly Feature[], left: Profile, right: Profile, scope: Scope): PairScore | null {
  if (left.isPerson !== right.isPerson) return null;
  const [names, ...others] = features;
  const named = names?.(left, right, scope) ?? null;
  if (named === null) return null;
  return scoreOf([named, ...others.flatMap((feature) => feature(left, right, scope) ?? [])]);
}

/** The score of comparisons that were made. */
export function scoreOf(comparisons: readonly Comparison[]): PairScore {
  const logOdds = comparisons.reduce((sum, { level, amount }) => sum + WEIGHTS[level] * amount, 0);
  return { logOdds, score: toChance(logOdds), comparisons, reasons: comparisons.map(({ detail }) => detail) };
}

/** The score with one more comparison. */
export function addComparison(pair: PairScore, comparison: Comparison): PairScore {
  return scoreOf([...pair.comparisons, comparison]);
}

/** Log-odds as a chance with two decimals between 0.01 and 0.99. */
export function toChance(logOdds: number): number {
  return Math.min(0.99, Math.max(0.01, Math.round(100 / (1 + Math.exp(-logOdds))) / 100));
}

/**
 * True where something beside the names speaks for the pair and nothing against: an office, or company; or, of an
 * institution, the owner among other states and some company together.
 */
export function hasContext({ comparisons }: PairScore): boolean {
  const has = (start: string) =>
    comparisons.some(({ level, amount }) => level.startsWith(start) && WEIGHTS[level] * amount > 0);
  if (has('owner-named') && has('neighbours-')) return true;
  const speaksFor = ({ level, amount }: Comparison) =>
    level === 'office-same' ||
    level === 'life-agrees' ||
    (level === 'owner-named' && amount === 1) ||
    (level.startsWith('neighbours-') && WEIGHTS[level] * amount > 0.9);
  return comparisons.some(speaksFor) && !comparisons.some(({ level }) => level === 'office-other-owner');
}
