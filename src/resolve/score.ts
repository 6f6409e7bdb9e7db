// How likely two groups of mentions are one thing: weights of agreement summed as log-odds (Fellegi and Sunter, 1969).
import { readFileSync } from 'node:fs';
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

/** The weights in data/resolve-weights.json, which says how they came about. */
interface WeightsFile {
  readonly inUse: 'byHand' | 'learned';
  readonly byHand: Readonly<Record<Level, number>>;
  readonly learned: Readonly<Record<Level, number>>;
}

const file = JSON.parse(
  readFileSync(new URL('../../data/resolve-weights.json', import.meta.url), 'utf8'),
) as WeightsFile;

/**
 * Natural log-odds that each level adds. Names set where a pair starts: at or above 0 the name alone joins, below it
 * something else must agree.
 */
export const WEIGHTS: Readonly<Record<Level, number>> = file[file.inUse];

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
  return pair !== null && pair.logOdds + WEIGHTS[left.isPerson ? 'neighbours-none' : 'things-elsewhere'] >= 0
    ? pair
    : null;
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

/** Share of the weight of company from which on it is no chance: one name that few documents hold. */
const COMPANY = 0.25;

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
    level === 'office-title' ||
    level === 'life-agrees' ||
    (level === 'owner-named' && amount === 1) ||
    (level.startsWith('neighbours-') && WEIGHTS[level] > 0 && amount >= COMPANY);
  return comparisons.some(speaksFor) && !comparisons.some(({ level }) => level === 'office-other-owner');
}
