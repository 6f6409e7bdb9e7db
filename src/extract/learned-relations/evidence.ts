// Which two mentions and which sentences show a relation between two entities, and the words that say it.
import type { Extraction, Mention } from '../../model/extraction.ts';
import type { RelationType } from '../../model/ontology.ts';
import type { Span } from '../../model/span.ts';
import { lemmaAt, tokenAfter, wordAt } from '../words.ts';

export interface Evidence {
  readonly subject: Mention;
  readonly object: Mention;
  /** From the first to the last sentence needed. */
  readonly span: Span;
  /** The trigger of the type that stands nearest to the two, if any. */
  readonly cue: Span | null;
}

/** Sentences from one mention to the other; further apart no quotation shows the relation. */
export const FARTHEST = 8;
/** What makes a pair of mentions a worse witness, in words of distance. */
const COST = { sentence: 40, pronoun: 12, nominal: 6, trigger: -30 } as const;
/** Triggers stand between the mentions or this many words beside them. */
const BESIDE = 6;

interface Placed {
  readonly mention: Mention;
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
}

/** The best witness among all pairs of mentions of the two, in reading order; null where no two stand close enough. */
export function findEvidence(
  extraction: Extraction,
  subjects: readonly Mention[],
  objects: readonly Mention[],
  type: RelationType,
): Evidence | null {
  const [left, right] = [placeAll(extraction, subjects), placeAll(extraction, objects)];
  let best: { readonly cost: number; readonly evidence: Evidence } | null = null;
  for (const subject of left) {
    for (const object of right.slice(firstFrom(right, subject.sentence - FARTHEST))) {
      if (object.sentence > subject.sentence + FARTHEST) break;
      const apart = Math.abs(subject.sentence - object.sentence);
      const least =
        distance(subject, object) + COST.sentence * apart + kindCost(subject.mention) + kindCost(object.mention);
      if (subject.mention.id === object.mention.id || (best !== null && least + COST.trigger >= best.cost)) continue;
      const cue = findCue(extraction, subject, object, type);
      const cost = least + (cue === null ? 0 : COST.trigger);
      if (best !== null && cost >= best.cost) continue;
      best = {
        cost,
        evidence: {
          subject: subject.mention,
          object: object.mention,
          span: sentencesOf(extraction, subject, object),
          cue,
        },
      };
    }
  }
  return best?.evidence ?? null;
}

/** Place of the first one in that sentence or later, by halves. */
function firstFrom(placed: readonly Placed[], sentence: number): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.sentence ?? 0) < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sentencesOf({ sentences }: Extraction, left: Placed, right: Placed): Span {
  const [from, to] = [Math.min(left.sentence, right.sentence), Math.max(left.sentence, right.sentence)];
  return { start: sentences[from]?.start ?? 0, end: sentences[to]?.end ?? 0 };
}

function placeAll(extraction: Extraction, mentions: readonly Mention[]): Placed[] {
  return mentions.map((mention) => {
    const first = tokenAfter(extraction, mention.start);
    const last = tokenAfter(extraction, mention.end - 1);
    return { mention, first, last, sentence: extraction.tokens[first]?.sentence ?? 0 };
  });
}

function distance(left: Placed, right: Placed): number {
  return left.last < right.first ? right.first - left.last : Math.max(0, left.first - right.last);
}

function kindCost({ kind }: Mention): number {
  return kind === 'name' ? 0 : COST[kind];
}

/** The first words between or beside the two, in their sentences, whose lemmas are a trigger. */
function findCue(extraction: Extraction, left: Placed, right: Placed, type: RelationType): Span | null {
  const { tokens } = extraction;
  const from = Math.min(left.first, right.first) - BESIDE;
  const to = Math.max(left.last, right.last) + BESIDE;
  for (let place = Math.max(0, from); place <= Math.min(tokens.length - 1, to); place += 1) {
    const token = tokens[place];
    if (token === undefined || (token.sentence !== left.sentence && token.sentence !== right.sentence)) continue;
    const trigger = triggerAt(extraction, place, type);
    if (trigger) return { start: token.start, end: tokens[place + trigger.words.length - 1]?.end ?? token.end };
  }
  return null;
}

interface Trigger {
  readonly words: readonly string[];
  /** Place in the list of the type: the first one that fits counts. */
  readonly place: number;
}

const triggerIndex = new WeakMap<RelationType, ReadonlyMap<string, readonly Trigger[]>>();

/** Triggers of a type by their first word, worked out once: every word around every pair is asked. */
function triggersOf(type: RelationType): ReadonlyMap<string, readonly Trigger[]> {
  const known = triggerIndex.get(type);
  if (known) return known;
  const byWord = new Map<string, Trigger[]>();
  for (const [place, trigger] of type.triggers.entries()) {
    const words = trigger.split(' ');
    const first = words[0] ?? '';
    byWord.set(first, [...(byWord.get(first) ?? []), { words, place }]);
  }
  triggerIndex.set(type, byWord);
  return byWord;
}

function triggerAt(extraction: Extraction, place: number, type: RelationType): Trigger | undefined {
  const triggers = triggersOf(type);
  const [lemma, word] = [lemmaAt(extraction, place), wordAt(extraction, place)];
  const fits = ({ words }: Trigger): boolean =>
    words.every((each, offset) =>
      [lemmaAt(extraction, place + offset), wordAt(extraction, place + offset)].includes(each),
    );
  const byLemma = triggers.get(lemma)?.find(fits);
  const byWord = word === lemma ? undefined : triggers.get(word)?.find(fits);
  return byWord && (byLemma === undefined || byWord.place < byLemma.place) ? byWord : byLemma;
}
