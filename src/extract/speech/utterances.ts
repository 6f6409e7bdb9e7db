// Quotations → utterances: what somebody says at once, with the words of saying that cut it in two left out.
import type { Extraction, Quotation } from '../../model/extraction.ts';
import type { MentionId } from '../../model/id.ts';
import { containsSpan, overlapsSpan, type Span, sliceSpan } from '../../model/span.ts';
import { quotationsAround } from '../by-sentence.ts';
import { areOne } from '../chain-index.ts';
import { lemmaAt, spanOf, tokenAfter, wordAt } from '../words.ts';

export interface Utterance {
  readonly speaker: MentionId;
  /** The first of the quotations that it is made of. */
  readonly quotation: Quotation;
  /** The words of saying; null where the quotation goes on without any. */
  readonly cue: Span | null;
  /** The words said, in order, without quotation marks; one at least. */
  readonly parts: readonly Span[];
}

type Said = Quotation & { readonly speaker: { readonly mention: MentionId } };

/** Words from a verb of saying to the commas that part it from what is said. */
const LONGEST_ASIDE = 12;
/** A comma or dash before the marks that open again. */
const REOPENS = /[,;:—–-]\s*["“‘«„']*$/;

/** Those whose speaker is a mention. Words in marks inside reported words of the same speaker are told with these. */
export function utterancesOf(extraction: Extraction): readonly Utterance[] {
  const said = extraction.quotations.filter((quotation): quotation is Said => quotation.speaker?.mention != null);
  const utterances: Utterance[] = [];
  let last: Said | null = null;
  for (const quotation of said.filter((each) => !isToldAround(extraction, each) && !isFrame(extraction, each))) {
    const before = utterances.at(-1);
    if (last && before && goesOn(extraction, last, quotation))
      utterances.splice(-1, 1, {
        ...before,
        cue: before.cue ?? quotation.cue,
        parts: [...before.parts, quotation.content],
      });
    else
      utterances.push({
        speaker: quotation.speaker.mention,
        quotation,
        cue: quotation.cue,
        parts: partsOf(extraction, quotation),
      });
    last = quotation;
  }
  return utterances;
}

/** "Quill said the plan was “a gift”": the gift is part of what she is reported to say. Of two equal stretches the first counts. */
function isToldAround(extraction: Extraction, quotation: Said): boolean {
  return quotationsAround(extraction, tokenAfter(extraction, quotation.content.start)).some(
    (outer) =>
      outer !== quotation &&
      outer.speaker?.mention != null &&
      containsSpan(withMarks(outer.content), quotation.content) &&
      areOne(extraction, outer.speaker.mention, quotation.speaker.mention) &&
      (!containsSpan(quotation.content, outer.content) ||
        extraction.quotations.indexOf(outer) < extraction.quotations.indexOf(quotation)),
  );
}

/** Indirect speech ends before the marks that close it, direct speech behind its full stop. */
function withMarks({ start, end }: Span): Span {
  return { start, end: end + 2 };
}

/** "“We are ready,” said Quill, “but they are not.”": one sentence of hers. */
function goesOn(extraction: Extraction, left: Said, right: Said): boolean {
  // Of one "he said" the second part may have been given to the name, and the first not.
  const isSame =
    left.speaker.text === right.speaker.text || areOne(extraction, left.speaker.mention, right.speaker.mention);
  if (!left.direct || !right.direct || !isSame) return false;
  const [end, start] = [left.content.end - 1, right.content.start].map((place) => tokenAfter(extraction, place));
  if (extraction.tokens[end ?? -1]?.sentence !== extraction.tokens[start ?? -1]?.sentence) return false;
  const between = { start: left.content.end, end: right.content.start };
  if (between.end < between.start || left.cue === null || !containsSpan(between, left.cue)) return false;
  if (right.cue !== null && right.cue.start !== left.cue.start) return false;
  // "“It is over,” she said of the “grand old” mill" quotes two things.
  const { text } = extraction.document;
  return REOPENS.test(sliceSpan(text, between)) && !/[.!?…]$/.test(sliceSpan(text, left.content));
}

/** Words of whoever tells of somebody else's words only ("“…,” Hale said, according to the Gazette") say nothing more. */
function isFrame(extraction: Extraction, { content, direct }: Said): boolean {
  return (
    !direct &&
    quotationsAround(extraction, tokenAfter(extraction, content.start)).some(
      (each) =>
        each.direct && each.cue !== null && containsSpan(content, each.cue) && !overlapsSpan(each.content, content),
    )
  );
}

/** "The mill, engineers said, was never safe" is said in two parts, "that the mill, according to the Gazette, was safe" too. */
function partsOf(extraction: Extraction, { content, cue, direct }: Said): readonly Span[] {
  if (direct) return [content];
  const whole = { start: accusedAt(extraction, content, cue) ?? content.start, end: content.end };
  const asides = sourcesIn(extraction, content).concat(
    cue !== null && containsSpan(content, cue) ? tokenAfter(extraction, cue.start) : [],
  );
  return asides.reduce<readonly Span[]>(
    (parts, aside) => parts.flatMap((part) => withoutAside(extraction, part, aside)),
    [whole],
  );
}

/** "accused |Norland| of lying": an accusation says of whom; null where somebody else stands there ("accused by Hale of lying"). */
function accusedAt(extraction: Extraction, { start }: Span, cue: Span | null): number | null {
  if (cue === null || cue.end > start) return null;
  const verb = tokenAfter(extraction, cue.start);
  const of = tokenAfter(extraction, start) - 1;
  if (lemmaAt(extraction, verb) !== 'accuse' || wordAt(extraction, of) !== 'of' || of - verb > LONGEST_ASIDE)
    return null;
  return /^(?:of|by)$/.test(wordAt(extraction, verb + 1)) ? null : (extraction.tokens[verb + 1]?.start ?? null);
}

/** Places of "according" in ", according to": "according to its own plans" is part of what is said. */
function sourcesIn(extraction: Extraction, content: Span): number[] {
  const found: number[] = [];
  const last = tokenAfter(extraction, content.end - 1);
  for (let place = tokenAfter(extraction, content.start) + 1; place < last; place += 1)
    if (wordAt(extraction, place) === 'according' && wordAt(extraction, place - 1) === ',') found.push(place);
  return found;
}

/** What stands before and behind the commas around a word; all of it where there are none. An aside may close what is said. */
function withoutAside(extraction: Extraction, part: Span, word: number): readonly Span[] {
  const before = commaFrom(extraction, word, -1);
  const after = commaFrom(extraction, word, 1);
  if (before === null || before.start <= part.start || before.end >= part.end) return [part];
  const left = { start: part.start, end: before.start };
  const ends = after === null || after.end >= part.end;
  return ends ? [left] : [left, { start: after.end, end: part.end }];
}

function commaFrom(extraction: Extraction, word: number, step: -1 | 1): Span | null {
  for (let place = word + step; Math.abs(place - word) <= LONGEST_ASIDE; place += step)
    if (/^[,—–]$/.test(wordAt(extraction, place))) return spanOf(extraction, place, place);
  return null;
}
