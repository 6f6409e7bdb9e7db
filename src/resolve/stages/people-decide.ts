// First stage: what people decided. `different` before `same`; of one pair the last word counts; `unsure` takes a word back.
import type { Decision } from '../../model/graph.ts';
import type { MentionId } from '../../model/id.ts';
import { compareText } from '../fold.ts';
import type { UnitGroups } from '../unit-groups.ts';

/** True for `person` and `person:NAME`. */
export function isPersons({ by }: Decision): boolean {
  return by === 'person' || by.startsWith('person:');
}

/** The last decision of people on each pair of mentions, whichever way round, sorted by left, right and by. */
export function lastWords(decisions: readonly Decision[]): Decision[] {
  const last = new Map<string, Decision>();
  for (const decision of decisions.filter(isPersons)) {
    last.set([decision.left, decision.right].sort(compareText).join(), decision);
  }
  return [...last.values()].sort(compareDecisions);
}

/** By left, right and by, as a graph sorts them. */
export function compareDecisions(a: Decision, b: Decision): number {
  return compareText(a.left, b.left) || compareText(a.right, b.right) || compareText(a.by, b.by);
}

/** Pairs that people keep apart. */
export function cutsOf(words: readonly Decision[]): [MentionId, MentionId][] {
  return words.filter(({ verdict }) => verdict === 'different').map(({ left, right }) => [left, right]);
}

/** A verdict on two units of a scope. */
export interface Word {
  readonly left: number;
  readonly right: number;
  readonly verdict: Decision['verdict'];
}

export function applyWords(groups: UnitGroups, words: readonly Word[]): void {
  for (const { left, right, verdict } of words) if (verdict === 'different') groups.keepApart(left, right);
  for (const { left, right, verdict } of words) if (verdict === 'same') groups.force(left, right);
}
