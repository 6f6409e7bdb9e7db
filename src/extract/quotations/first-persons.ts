// Whose "I", "we" and "you" are: in a quotation in marks "I" is its speaker, and "we" a group that the text hardly ever names.
import { type Chain, type Extraction, type Mention, type Quotation, withLayers } from '../../model/extraction.ts';
import { type MentionId, makeId } from '../../model/id.ts';
import { compareSpans } from '../../model/span.ts';
import { addMentions } from '../names/make-mention.ts';
import { narrators } from './narrators.ts';
import { BY, type ByStart, MANY, ONE, pronounsByStart, SCORE, type Settled, settled, wordsIn } from './person-words.ts';
import { personsInTalk } from './talk-persons.ts';
import type { Turn } from './turns.ts';

/** What speaks with many mouths: its "we" is itself. */
const BODY = /^(?:Organization|Group|Place)$/;

/**
 * Each first person inside marks in the chain of its speaker, and in no other: "we" only of a body, for a person's "we" is
 * anybody. A speaker whom nobody found leaves "I" where coreference put it. Outside marks "I" is who makes the statement or
 * writes the text, and nobody of whom the text tells beside it; "you" in talk between two is the other. `quotations`: with
 * their speakers resolved.
 */
export function settlePersons(
  extraction: Extraction,
  quotations: readonly Quotation[],
  turns: readonly Turn[],
): Extraction {
  const pronouns = pronounsByStart(extraction);
  const spoken = new Map([
    ...narrators(extraction, quotations, turns, pronouns),
    ...firstPersons(extraction, quotations, pronouns),
    ...personsInTalk(extraction, turns, pronouns),
  ]);
  const found = [...spoken.values()];
  if (found.length === 0) return extraction;
  const grown = addMentions(
    extraction,
    found.flatMap(({ mention, speaker }) => (speaker ? [mention] : [])),
  );
  const moved = new Set(found.map(({ mention }) => mention.id));
  const bySpeaker = new Map<MentionId, MentionId[]>();
  for (const { mention, speaker } of found) {
    if (speaker === null) continue;
    const own = bySpeaker.get(speaker);
    if (own) own.push(mention.id);
    else bySpeaker.set(speaker, [mention.id]);
  }
  return withLayers(grown, { chains: rechain(grown, moved, bySpeaker) });
}

function firstPersons(
  extraction: Extraction,
  quotations: readonly Quotation[],
  pronouns: ByStart<Mention>,
): ByStart<Settled> {
  const byId = new Map<MentionId, Mention>(extraction.mentions.map((mention) => [mention.id, mention]));
  const found = new Map<number, Settled>();
  // The longer come first, so what stands inside a quotation within a quotation is the inner speaker's.
  for (const { content, direct, speaker } of quotations) {
    const who = speaker?.mention ? byId.get(speaker.mention) : undefined;
    if (!direct) continue;
    for (const word of wordsIn(extraction, content)) {
      const isBody = BODY.test(who?.referent?.type ?? who?.type ?? '');
      const isMany = MANY.test(word.text);
      const known = pronouns.get(word.start);
      if (isMany && !isBody) {
        if (known) found.set(word.start, { mention: known, speaker: null });
        else found.delete(word.start);
      } else if (who && isMany === isBody && (isMany || ONE.test(word.text)))
        found.set(word.start, settled(extraction, known, word, who));
    }
  }
  return found;
}

/** The chains without the mentions that move, each of these put to its speaker. */
function rechain(
  { mentions, chains }: Extraction,
  moved: ReadonlySet<MentionId>,
  bySpeaker: ReadonlyMap<MentionId, readonly MentionId[]>,
): Chain[] {
  const byId = new Map<MentionId, Mention>(mentions.map((mention) => [mention.id, mention]));
  const inOrder = (ids: readonly MentionId[]): MentionId[] =>
    ids
      .flatMap((id) => byId.get(id) ?? [])
      .sort(compareSpans)
      .map(({ id }) => id);
  const kept = chains.map((chain) => {
    const stay = chain.mentionIds.filter((id) => !moved.has(id));
    const come = stay.flatMap((id) => bySpeaker.get(id) ?? []);
    return come.length === 0 && stay.length === chain.mentionIds.length
      ? chain
      : { ...chain, mentionIds: inOrder([...stay, ...come]) };
  });
  const chained = new Set(kept.flatMap(({ mentionIds }) => mentionIds));
  const opened = [...bySpeaker].flatMap(([speaker, own]): Chain[] => {
    if (chained.has(speaker)) return [];
    const mentionIds = inOrder([speaker, ...own]);
    return [{ id: makeId('chain', ...mentionIds), mentionIds, score: SCORE, by: BY }];
  });
  return [...kept.filter(({ mentionIds }) => mentionIds.length > 1), ...opened].sort((left, right) =>
    left.id < right.id ? -1 : 1,
  );
}
