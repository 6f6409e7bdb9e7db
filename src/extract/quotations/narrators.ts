// Whose "I" and "we" are outside talk and quotation marks: whoever makes the statement or writes the text, and whose report it is.
import type { Extraction, Mention, Quotation } from '../../model/extraction.ts';
import { containsSpan, type Span, sliceSpan } from '../../model/span.ts';
import { findDefinedTerms } from '../acronyms/defined-terms.ts';
import { chainsByMention } from '../chain-index.ts';
import { type ByStart, HE_OR_SHE, MANY, ONE, type Settled, settled, wordsIn } from './person-words.ts';
import { type Turn, turnAt } from './turns.ts';

/** What a body calls itself in its own report. */
const SELF = /^(?:Company|Group|Firm|Bank|Fund|Trust|Foundation|Charity|Society|Corporation|Issuer|Institute)$/;
/** Units between "I" and a name beside which nobody calls himself "I": about two paragraphs. */
const BESIDE = 1_500;

/** "I" outside talk and marks: of the statement that it stands in, or of the author where the text has the name; "we" of whose report it is. */
export function narrators(
  extraction: Extraction,
  quotations: readonly Quotation[],
  turns: readonly Turn[],
  pronouns: ByStart<Mention>,
): ByStart<Settled> {
  const { text, author } = extraction.document;
  const names = extraction.mentions.filter(({ kind, type }) => kind === 'name' && type === 'Person');
  const house = publishingBody(extraction);
  const writer = names.find((name) => sliceSpan(text, name).toLowerCase() === author?.toLowerCase());
  const found = new Map<number, Settled>();
  const byId = new Map<string, Mention>(extraction.mentions.map((mention) => [mention.id, mention]));
  const isQuoted = quotedBefore(quotations);
  for (const word of wordsIn(extraction, { start: 0, end: text.length })) {
    if (isQuoted(word)) continue;
    if (MANY.test(word.text) && house)
      found.set(word.start, settled(extraction, pronouns.get(word.start), word, house));
    if (!ONE.test(word.text)) continue;
    const turn = turnAt(turns, word.start);
    const who = turn?.isStatement && containsSpan(turn.content, word) ? byId.get(turn.speaker.mention ?? '') : writer;
    const known = pronouns.get(word.start);
    if (who) found.set(word.start, settled(extraction, known, word, who));
    else if (known && isToldOf(extraction, byId, known)) found.set(word.start, { mention: known, speaker: null });
  }
  return found;
}

/** Whether a word stands in marks or talk; to be asked in reading order. */
function quotedBefore(quotations: readonly Quotation[]): (word: Span) => boolean {
  const stretches = quotations.filter(({ direct }) => direct).map(({ content }) => content);
  let place = 0;
  let end = 0;
  return ({ start }) => {
    for (; (stretches[place]?.start ?? Infinity) <= start; place += 1) end = Math.max(end, stretches[place]?.end ?? 0);
    return start < end;
  };
}

/** Whose report it is: who calls itself "the Company" in it, or publishes it under its own name; null where neither stands in the text. */
function publishingBody(extraction: Extraction): Mention | null {
  const { text, publisher } = extraction.document;
  const own = findDefinedTerms(extraction).find(({ name, term }) => name.type === 'Organization' && SELF.test(term));
  const bodies = extraction.mentions.filter(({ kind, type }) => kind === 'name' && type === 'Organization');
  return own?.name ?? bodies.find((body) => sliceSpan(text, body).toLowerCase() === publisher?.toLowerCase()) ?? null;
}

/** True where the chain of "I" has a name or a third person in the same paragraph or one beside it: nobody tells so of himself. */
function isToldOf(extraction: Extraction, byId: ReadonlyMap<string, Mention>, pronoun: Mention): boolean {
  const { text } = extraction.document;
  const chain = extraction.chains[chainsByMention(extraction).get(pronoun.id) ?? -1];
  return (chain?.mentionIds ?? []).some((id) => {
    const other = byId.get(id);
    if (!other || (other.kind === 'pronoun' && !HE_OR_SHE.test(sliceSpan(text, other)))) return false;
    const [from, to] = [Math.min(other.end, pronoun.end), Math.max(other.start, pronoun.start)];
    return to - from < BESIDE && (text.slice(from, to).match(/\n[^\S\n]*\n/g)?.length ?? 0) < 2;
  });
}
