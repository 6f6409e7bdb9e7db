// What to ask people about: the machine's decisions, the most doubtful first, each with both passages.
import { tellPlace } from '../model/document.ts';
import type { Decision } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { EntityId, MentionId } from '../model/id.ts';

/** A decision as sure as this, one way or the other, is no question: "Oslo" in two texts would be most of them. */
const SURE = 0.8;
/** Longest stretch of a sentence that is shown before and after the name, in UTF-16 units. */
const MOST_CONTEXT = 160;

export interface Passage {
  readonly mention: MentionId;
  readonly entity: EntityId | null;
  /** Name of the entity that it stands for now. */
  readonly name: string;
  readonly before: string;
  readonly surface: string;
  readonly after: string;
  /** `Norland Post, 2031-05-02 (a.txt)` */
  readonly place: string;
}

export interface Question {
  readonly decision: Decision;
  readonly left: Passage;
  readonly right: Passage;
}

/**
 * Pairs that the machine left open come first, then those nearest to even chances; none of the pairs that a person has
 * answered, whether or not the graph was drawn anew since.
 */
export function listQuestions(view: GraphView, answers: readonly Pick<Decision, 'left' | 'right'>[]): Question[] {
  const answered = new Set(answers.map(({ left, right }) => pairOf(left, right)));
  const doubtful = [...view.decisions()]
    .filter(({ by }) => by !== 'person' && !by.startsWith('person:'))
    .filter(({ left, right }) => !answered.has(pairOf(left, right)))
    .filter(({ score, verdict }) => verdict === 'unsure' || Math.max(score, 1 - score) < SURE)
    .sort(compareDoubt);
  const asked = new Set<string>();
  return doubtful.flatMap((decision) => {
    const [left, right] = [passageOf(view, decision.left), passageOf(view, decision.right)];
    if (left === null || right === null) return [];
    // Of two entities one question is enough; within one, each pair of passages may be the wrong one.
    const key =
      left.entity === null || left.entity === right.entity
        ? pairOf(decision.left, decision.right)
        : pairOf(left.entity, right.entity ?? decision.right);
    if (asked.has(key)) return [];
    asked.add(key);
    return [{ decision, left, right }];
  });
}

function compareDoubt(left: Decision, right: Decision): number {
  const doubt = ({ verdict, score }: Decision): number => (verdict === 'unsure' ? -1 : 0) + Math.abs(score - 0.5);
  return doubt(left) - doubt(right) || (pairOf(left.left, left.right) < pairOf(right.left, right.right) ? -1 : 1);
}

function pairOf(left: string, right: string): string {
  return left < right ? `${left} ${right}` : `${right} ${left}`;
}

/** The mention in its sentence; null where the graph does not hold it. */
function passageOf(view: GraphView, id: MentionId): Passage | null {
  const found = view.mention(id);
  const record = found && view.document(found.documentId);
  if (found === undefined || record === undefined) return null;
  const { mention, entity } = found;
  const { text } = record.document;
  const [start, end] = record.sentences.find(([from, to]) => from <= mention.start && mention.end <= to) ?? [
    mention.start,
    mention.end,
  ];
  const before = text.slice(start, mention.start);
  const after = text.slice(mention.end, end);
  return {
    mention: id,
    entity,
    name: (entity === null ? undefined : view.entity(entity)?.name) ?? text.slice(mention.start, mention.end),
    before: before.length > MOST_CONTEXT ? `…${before.slice(-MOST_CONTEXT)}` : before,
    surface: text.slice(mention.start, mention.end),
    after: after.length > MOST_CONTEXT ? `${after.slice(0, MOST_CONTEXT)}…` : after,
    place: tellPlace(record.document),
  };
}
