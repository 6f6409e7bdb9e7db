// What was decided anew and came out as before stays the same object: whoever keeps it sees that it has not changed.
import type { Decision } from '../model/graph.ts';
import type { Decided } from './decided.ts';
import type { EntityDraft } from './entities.ts';

/** The decisions, in no order, with those of before in place of their equals. */
export function keepDecisions(made: readonly Decision[], before: readonly Decided[]): readonly Decision[] {
  const known = new Map<string, Decision>();
  for (const { decisions } of before) for (const each of decisions) known.set(each.left + each.right, each);
  if (known.size === 0) return made;
  return made.map((decision) => {
    const old = known.get(decision.left + decision.right);
    return old !== undefined && isSameDecision(old, decision) ? old : decision;
  });
}

function isSameDecision(old: Decision, made: Decision): boolean {
  return (
    old.left === made.left &&
    old.verdict === made.verdict &&
    old.score === made.score &&
    old.by === made.by &&
    isSameList(old.reasons, made.reasons)
  );
}

type Drafted = Decided['entities'][number];

/** The drafts with those of before in place of their equals. */
export function keepDrafts(made: readonly Drafted[], before: readonly Decided[]): readonly Drafted[] {
  if (before.length === 0) return made;
  const known = new Map(
    before.flatMap(({ entities }) => entities.map(({ draft }) => [draft.mentionIds[0], draft] as const)),
  );
  return made.map((each) => {
    const old = known.get(each.draft.mentionIds[0]);
    return old !== undefined && isSameDraft(old, each.draft) ? { ...each, draft: old } : each;
  });
}

function isSameDraft(old: EntityDraft, made: EntityDraft): boolean {
  return (
    old.keyText === made.keyText &&
    old.type === made.type &&
    old.name === made.name &&
    isSameList(old.mentionIds, made.mentionIds) &&
    isSameList(old.sameAs, made.sameAs) &&
    old.aliases.length === made.aliases.length &&
    old.aliases.every(({ name, count }, place) => {
      const alias = made.aliases[place];
      return alias?.name === name && alias.count === count;
    })
  );
}

function isSameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left === right || (left.length === right.length && left.every((item, place) => item === right[place]));
}
