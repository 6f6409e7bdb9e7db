// How old people are: "Ada Quill, 45, …", "a 45-year-old teacher", "aged 45", "is 45 years old". Of two of one name the age often tells which is meant.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { isAnonymous } from '../chain-index.ts';
import { childBy, headOf, uposOf } from '../tree.ts';
import { tokenAfter, wordAt } from '../words.ts';
import { entityAt } from './entity-at.ts';
import type { Edge } from './make-relation.ts';

const OLDEST = 120;
const YOUNGEST_IN_BRACKETS = 5;
/** Uncalibrated: the patterns are narrow. */
const SCORE = 0.85;
export const AGE = 'age';

/** One edge for each age that a text tells of somebody it names. */
export function ageEdges(extraction: Extraction): Edge[] {
  return extraction.mentions.flatMap((quantity) => {
    const subject = quantity.type === 'Quantity' ? agedBy(extraction, quantity) : null;
    const sentence = extraction.sentences[extraction.tokens[quantity.head]?.sentence ?? -1];
    if (subject === null || !sentence || isAnonymous(extraction, subject)) return [];
    const years = extraction.document.text.slice(quantity.start, quantity.end).replace(/[\s-]*years?$/i, '');
    return [
      {
        ...{ subject, object: quantity, predicate: AGE, triggers: [], passive: false, score: SCORE },
        literal: { type: 'Quantity' as const, value: quantity.literal?.value ?? years, unit: 'years', text: years },
        cue: { start: quantity.start, end: quantity.end },
        sentence: { start: sentence.start, end: sentence.end },
        ...{ polarity: 'positive' as const, modality: 'actual' as const },
      },
    ];
  });
}

function agedBy(extraction: Extraction, quantity: Mention): Mention | null {
  const { value, unit } = quantity.literal ?? { value: null, unit: null };
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > OLDEST) return null;
  // "Ada Quill (1), Boris Hale (2)" counts notes.
  if (value < YOUNGEST_IN_BRACKETS && extraction.document.text[quantity.start - 1] === '(') return null;
  const person =
    unit === 'years' ? ofOld(extraction, quantity) : unit === null ? besideName(extraction, quantity) : null;
  return person?.type === 'Person' ? person : null;
}

/** "|Ada Quill|, 45,", "(45)", ", aged 45": right behind the name, and closed by a stop. */
function besideName(extraction: Extraction, { start, end, head }: Mention): Mention | null {
  const first = tokenAfter(extraction, start);
  const opening = first - (/^aged?$/.test(wordAt(extraction, first - 1)) ? 2 : 1);
  if (!/^[,(]$/.test(wordAt(extraction, opening))) return null;
  if (!/^(?:[,.;:)]|and|who|of|from|was|is|)$/.test(wordAt(extraction, tokenAfter(extraction, end - 1) + 1)))
    return null;
  const before = extraction.tokens[opening - 1]?.end;
  return mentionsAround(extraction, head).find((mention) => mention.kind === 'name' && mention.end === before) ?? null;
}

/** "45-year-|old| teacher Boris Hale", "Boris Hale, a 45-year-|old|", "is 45 years |old|". */
function ofOld(extraction: Extraction, { end }: Mention): Mention | null {
  let old = tokenAfter(extraction, end - 1) + 1;
  if (wordAt(extraction, old) === '-') old += 1;
  if (!/^olds?$/.test(wordAt(extraction, old))) return null;
  const subject = childBy(extraction, old, 'nsubj');
  if (subject !== undefined) return entityAt(extraction, subject);
  const head = headOf(extraction, old);
  // "his 80-year-old brother": whom a text calls so is seldom told apart from whose brother he is.
  if ([head, old + 1].some((noun) => childBy(extraction, noun, 'nmod:poss') !== undefined)) return null;
  if (head > old || uposOf(extraction, head) === 'PROPN') return entityAt(extraction, head);
  return entityAt(extraction, old) ?? nounBehind(extraction, old);
}

/** A parser may hang "old" on the name before: "Boris Hale, a 45-year-old |teacher|". */
function nounBehind(extraction: Extraction, old: number): Mention | null {
  return uposOf(extraction, old + 1) === 'NOUN' ? entityAt(extraction, old + 1) : null;
}
