// Whose "I", "we" and "you" are: in a quotation in marks "I" is its speaker, and "we" a group that the text hardly ever names.
import { type Chain, type Extraction, type Mention, type Quotation, withLayers } from '../../model/extraction.ts';
import { type MentionId, makeId } from '../../model/id.ts';
import { compareSpans, containsSpan, overlapsSpan, type Span, sliceSpan } from '../../model/span.ts';
import { findDefinedTerms } from '../acronyms/defined-terms.ts';
import { areOne, chainsByMention } from '../chain-index.ts';
import { addMentions, makeMention } from '../names/make-mention.ts';
import { tokenAfter } from '../words.ts';
import { findLetters } from './letters.ts';
import type { Turn } from './turns.ts';

const BY = 'first-persons@1';
/** Guessed precision: as good as the speaker, not yet calibrated. */
const SCORE = 0.9;
const ONE = /^(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)$/;
const MANY = /^(?:[Ww]e|us|[Oo]urs?|[Oo]urselves)$/;
/** What a body calls itself in its own report. */
const SELF = /^(?:Company|Group|Firm|Bank|Fund|Trust|Foundation|Charity|Society|Corporation|Issuer|Institute)$/;
const HE_OR_SHE = /^(?:he|she|him|his|her)$/i;
const DEFINITE = /^(?:the|that|this)\b/i;
const OTHER = /^[Yy]ou(?:rs?|rself)?$/;
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
  const quoted = firstPersons(extraction, quotations, pronouns);
  const spoken = new Map([
    ...narrators(extraction, turns, pronouns),
    ...quoted,
    ...unspoken(extraction, turns, pronouns),
    ...addressees(extraction, turns, pronouns),
    ...thirdPersons(extraction, turns),
    ...greeted(extraction, turns, pronouns),
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

/** A pronoun with the mention that it stands for; null where it stands for nobody that the text names. */
interface Settled {
  readonly mention: Mention;
  readonly speaker: MentionId | null;
}
type ByStart<Item> = ReadonlyMap<number, Item>;

function pronounsByStart({ mentions }: Extraction): ByStart<Mention> {
  return new Map(
    mentions.flatMap((mention) => (mention.kind === 'pronoun' ? [[mention.start, mention] as const] : [])),
  );
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

/** Whose the word is, as the mention that is there or a new one. */
function settled(extraction: Extraction, known: Mention | undefined, { index }: Word, who: Mention): Settled {
  const kind = { type: who.type, kind: 'pronoun', score: SCORE, by: BY, referent: null } as const;
  return { mention: known ?? makeMention(extraction, { first: index, last: index, ...kind }), speaker: who.id };
}

/** "I" outside talk and marks: of the statement that it stands in, or of the author where the text has the name. */
function narrators(extraction: Extraction, turns: readonly Turn[], pronouns: ByStart<Mention>): ByStart<Settled> {
  const { text, author } = extraction.document;
  const names = extraction.mentions.filter(({ kind, type }) => kind === 'name' && type === 'Person');
  const house = publishingBody(extraction);
  const writer = names.find((name) => sliceSpan(text, name).toLowerCase() === author?.toLowerCase());
  const found = new Map<number, Settled>();
  for (const word of wordsIn(extraction, { start: 0, end: text.length })) {
    if (MANY.test(word.text) && house)
      found.set(word.start, settled(extraction, pronouns.get(word.start), word, house));
    if (!ONE.test(word.text)) continue;
    const statement = turns.find(({ content, isStatement }) => isStatement && containsSpan(content, word));
    const who = statement ? names.find(({ id }) => id === statement.speaker.mention) : writer;
    const known = pronouns.get(word.start);
    if (who) found.set(word.start, settled(extraction, known, word, who));
    else if (known && isToldOf(extraction, known)) found.set(word.start, { mention: known, speaker: null });
  }
  return found;
}

/** Whose report it is: who calls itself "the Company" in it, or publishes it under its own name; null where neither stands in the text. */
function publishingBody(extraction: Extraction): Mention | null {
  const { text, publisher } = extraction.document;
  const own = findDefinedTerms(extraction).find(({ name, term }) => name.type === 'Organization' && SELF.test(term));
  const bodies = extraction.mentions.filter(({ kind, type }) => kind === 'name' && type === 'Organization');
  return own?.name ?? bodies.find((body) => sliceSpan(text, body).toLowerCase() === publisher?.toLowerCase()) ?? null;
}

/** True where the chain of "I" has a name or a third person in the same paragraph or one beside it: nobody tells so of himself. */
function isToldOf(extraction: Extraction, pronoun: Mention): boolean {
  const { text } = extraction.document;
  const chain = extraction.chains[chainsByMention(extraction).get(pronoun.id) ?? -1];
  const members = new Set(chain?.mentionIds);
  return extraction.mentions.some((other) => {
    if (
      !members.has(other.id) ||
      (other.kind === 'pronoun' && !/^(?:he|she|his|her|him)$/i.test(sliceSpan(text, other)))
    )
      return false;
    const between = text.slice(Math.min(other.end, pronoun.end), Math.max(other.start, pronoun.start));
    return (between.match(/\n[^\S\n]*\n/g)?.length ?? 0) < 2;
  });
}

/** "I" of somebody in a talk who has no name is nobody named. */
function unspoken(extraction: Extraction, turns: readonly Turn[], pronouns: ByStart<Mention>): ByStart<Settled> {
  return new Map(
    turns
      .filter(({ speaker }) => speaker.mention === null)
      .flatMap(({ content }) => wordsIn(extraction, content))
      .flatMap(({ text, start }): [number, Settled][] => {
        const known = ONE.test(text) ? pronouns.get(start) : undefined;
        return known ? [[start, { mention: known, speaker: null }]] : [];
      }),
  );
}

/** In talk nobody calls himself "she" or "the minister"; "the minister" is whom a label calls so ("The Minister for Ports (Ada Quill):"). */
function thirdPersons(extraction: Extraction, turns: readonly Turn[]): ByStart<Settled> {
  const { text } = extraction.document;
  const holders = holdersByNoun(extraction, turns);
  const found = new Map<number, Settled>();
  for (const mention of extraction.mentions) {
    const words = sliceSpan(text, mention);
    if (!(mention.kind === 'pronoun' ? HE_OR_SHE : DEFINITE).test(words) || mention.kind === 'name') continue;
    const holder = holders.get(words.split(/\s+/).slice(0, 2).join(' ').toLowerCase());
    const turn = turns.find(({ label, content }) => overlapsSpan(content, mention) || containsSpan(label, mention));
    if (!turn || turn.isStatement) continue;
    const { speaker, label } = turn;
    const isOwn = containsSpan(label, mention) || holder !== speaker.mention;
    if (holder && isOwn) found.set(mention.start, { mention, speaker: holder });
    else if (speaker.mention && !containsSpan(label, mention) && areOne(extraction, speaker.mention, mention.id))
      found.set(mention.start, { mention, speaker: null });
  }
  return found;
}

/** "the minister" → whom the labels call so; nobody where they call two people so. */
function holdersByNoun({ document }: Extraction, turns: readonly Turn[]): ReadonlyMap<string, MentionId> {
  const holders = new Map<string, MentionId | null>();
  for (const { label, speaker } of turns) {
    const noun = /^the \p{L}+(?=[^()]*\()/iu.exec(sliceSpan(document.text, label))?.[0].toLowerCase();
    if (!noun || !speaker.mention) continue;
    holders.set(noun, (holders.get(noun) ?? speaker.mention) === speaker.mention ? speaker.mention : null);
  }
  return new Map([...holders].flatMap(([noun, holder]) => (holder === null ? [] : [[noun, holder]])));
}

function addressees(extraction: Extraction, turns: readonly Turn[], pronouns: ByStart<Mention>): ByStart<Settled> {
  return new Map(
    turns.flatMap(({ addressee, content }) =>
      addressee === null
        ? []
        : wordsIn(extraction, content)
            .filter(({ text }) => OTHER.test(text))
            .map((word) => [word.start, settled(extraction, pronouns.get(word.start), word, addressee)] as const),
    ),
  );
}

/** "you" of a letter is whom it greets, and "he" somebody else. */
function greeted(extraction: Extraction, turns: readonly Turn[], pronouns: ByStart<Mention>): ByStart<Settled> {
  const found = new Map<number, Settled>();
  for (const { addressee, content } of findLetters(extraction, turns)) {
    for (const word of wordsIn(extraction, content))
      if (OTHER.test(word.text)) found.set(word.start, settled(extraction, pronouns.get(word.start), word, addressee));
    for (const mention of pronouns.values()) {
      const isThird = HE_OR_SHE.test(sliceSpan(extraction.document.text, mention)) && containsSpan(content, mention);
      if (isThird && areOne(extraction, addressee.id, mention.id)) found.set(mention.start, { mention, speaker: null });
    }
  }
  return found;
}

interface Word extends Span {
  readonly index: number;
  readonly text: string;
}

/** First and second persons of a stretch. */
function wordsIn(extraction: Extraction, { start, end }: Span): Word[] {
  const words: Word[] = [];
  for (let index = tokenAfter(extraction, start); (extraction.tokens[index]?.start ?? end) < end; index += 1) {
    const token = extraction.tokens[index];
    if (token?.upos !== 'PRON') continue;
    const text = sliceSpan(extraction.document.text, token);
    if (ONE.test(text) || MANY.test(text) || OTHER.test(text))
      words.push({ index, text, start: token.start, end: token.end });
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
