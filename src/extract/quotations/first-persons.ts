// Whose "I" and "we" are: in a quotation in marks "I" is its speaker, and "we" a group that the text hardly ever names.
import { type Chain, type Extraction, type Mention, type Quotation, withLayers } from '../../model/extraction.ts';
import { type MentionId, makeId } from '../../model/id.ts';
import { compareSpans, type Span, sliceSpan } from '../../model/span.ts';
import { addMentions, makeMention } from '../names/make-mention.ts';
import { tokenAfter } from '../words.ts';

const BY = 'first-persons@1';
/** Guessed precision: as good as the speaker, not yet calibrated. */
const SCORE = 0.9;
const ONE = /^(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)$/;
const MANY = /^(?:[Ww]e|us|[Oo]urs?|[Oo]urselves)$/;
/** What speaks with many mouths: its "we" is itself. */
const BODY = /^(?:Organization|Group|Place)$/;

/**
 * Each first person inside marks in the chain of its speaker, and in no other: "we" only of a body, for a person's "we" is
 * anybody. A speaker whom nobody found leaves "I" where coreference put it. `quotations`: with their speakers resolved.
 */
export function settleFirstPersons(extraction: Extraction, quotations: readonly Quotation[]): Extraction {
  const found = firstPersons(extraction, quotations);
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

/** A first person with the mention that it stands for; null where it stands for nobody that the text names. */
interface FirstPerson {
  readonly mention: Mention;
  readonly speaker: MentionId | null;
}

function firstPersons(extraction: Extraction, quotations: readonly Quotation[]): FirstPerson[] {
  const byId = new Map<MentionId, Mention>(extraction.mentions.map((mention) => [mention.id, mention]));
  const pronouns = new Map(
    extraction.mentions.flatMap((mention) => (mention.kind === 'pronoun' ? [[mention.start, mention] as const] : [])),
  );
  const found = new Map<number, FirstPerson>();
  // The longer come first, so what stands inside a quotation within a quotation is the inner speaker's.
  for (const { content, direct, speaker } of quotations) {
    const who = speaker?.mention ? byId.get(speaker.mention) : undefined;
    if (!direct) continue;
    for (const { index, start, isMany } of wordsIn(extraction, content)) {
      const isBody = BODY.test(who?.referent?.type ?? who?.type ?? '');
      const known = pronouns.get(start);
      if (isMany && !isBody) {
        if (known) found.set(start, { mention: known, speaker: null });
        else found.delete(start);
      } else if (who && isMany === isBody) {
        const kind = { type: who.type, kind: 'pronoun', score: SCORE, by: BY, referent: null } as const;
        const mention = known ?? makeMention(extraction, { first: index, last: index, ...kind });
        found.set(start, { mention, speaker: who.id });
      }
    }
  }
  return [...found.values()];
}

function wordsIn(extraction: Extraction, { start, end }: Span) {
  const words: { readonly index: number; readonly start: number; readonly isMany: boolean }[] = [];
  for (let index = tokenAfter(extraction, start); (extraction.tokens[index]?.start ?? end) < end; index += 1) {
    const token = extraction.tokens[index];
    if (token?.upos !== 'PRON') continue;
    const word = sliceSpan(extraction.document.text, token);
    if (ONE.test(word) || MANY.test(word)) words.push({ index, start: token.start, isMany: MANY.test(word) });
  }
  return words;
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
