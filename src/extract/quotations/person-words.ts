// First, second and third persons of a text as words, and whom one stands for.
import type { Extraction, Mention } from '../../model/extraction.ts';
import type { MentionId } from '../../model/id.ts';
import { type Span, sliceSpan } from '../../model/span.ts';
import { makeMention } from '../names/make-mention.ts';
import { tokenAfter } from '../words.ts';

export const BY = 'first-persons@1';
/** Guessed precision: as good as the speaker, not yet calibrated. */
export const SCORE = 0.9;
export const ONE = /^(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)$/;
export const MANY = /^(?:[Ww]e|us|[Oo]urs?|[Oo]urselves)$/;
export const OTHER = /^[Yy]ou(?:rs?|rself)?$/;
export const HE_OR_SHE = /^(?:he|she|him|his|her)$/i;

/** A pronoun with the mention that it stands for; null where it stands for nobody that the text names. */
export interface Settled {
  readonly mention: Mention;
  readonly speaker: MentionId | null;
}
export type ByStart<Item> = ReadonlyMap<number, Item>;

export interface Word extends Span {
  readonly index: number;
  readonly text: string;
}

/** Pronouns by their start. */
export function pronounsByStart({ mentions }: Extraction): ByStart<Mention> {
  return new Map(
    mentions.flatMap((mention) => (mention.kind === 'pronoun' ? [[mention.start, mention] as const] : [])),
  );
}

/** Whose the word is, as the mention that is there or a new one. */
export function settled(extraction: Extraction, known: Mention | undefined, { index }: Word, who: Mention): Settled {
  const kind = { type: who.type, kind: 'pronoun', score: SCORE, by: BY, referent: null } as const;
  return { mention: known ?? makeMention(extraction, { first: index, last: index, ...kind }), speaker: who.id };
}

/** First and second persons of a stretch. */
export function wordsIn(extraction: Extraction, { start, end }: Span): Word[] {
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
