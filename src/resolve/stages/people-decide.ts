// First stage: what people decided. `different` before `same`; of one pair the last word counts; `unsure` takes a word back.
import type { Decision } from '../../model/graph.ts';
import type { MentionId } from '../../model/id.ts';
import { makeClusters } from '../cluster.ts';
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

/** `different` first. A person and a thing that are one wait for the last stage: what each is made of is decided by its own kind. */
export function applyWords(groups: UnitGroups, words: readonly Word[]): void {
  for (const { left, right, verdict } of words) if (verdict === 'different') groups.keepApart(left, right);
  keepKindsApart(groups, words);
  for (const word of words)
    if (word.verdict === 'same' && !isAcrossKinds(groups, word)) groups.force(word.left, word.right);
}

/** Until then nothing may join either of them that a person keeps apart from the other. */
function keepKindsApart(groups: UnitGroups, words: readonly Word[]): void {
  if (!words.some((word) => word.verdict === 'same' && isAcrossKinds(groups, word))) return;
  const alike = makeClusters(groups.scope.units.length);
  for (const { left, right, verdict } of words) if (verdict === 'same') alike.join(left, right);
  const done = new Set<string>();
  for (const { left, right, verdict } of words) {
    const key = [alike.root(left), alike.root(right)].sort().join();
    if (verdict !== 'different' || alike.root(left) === alike.root(right) || done.has(key)) continue;
    done.add(key);
    for (const one of alike.members(left)) for (const other of alike.members(right)) groups.keepApart(one, other);
  }
}

/** Last stage: joins what people call one although one text reads a person in it and another a thing, each with all that is its. */
export function joinAcrossKinds(groups: UnitGroups, words: readonly Word[]): void {
  for (const word of words)
    if (word.verdict === 'same' && isAcrossKinds(groups, word)) groups.force(word.left, word.right);
}

function isAcrossKinds({ scope }: UnitGroups, { left, right }: Word): boolean {
  return scope.profiles[left]?.isPerson !== scope.profiles[right]?.isPerson;
}
