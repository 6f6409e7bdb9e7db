// The step that finds who says what: direct and indirect speech with cue and speaker, paragraph by paragraph.
import { type Extraction, type Quotation, type Speaker, withLayers } from '../../model/extraction.ts';
import { containsSpan, overlapsSpan, type Span } from '../../model/span.ts';
import { sentencesIn } from '../by-sentence.ts';
import { type NounPhrase, nounPhrases } from '../noun-phrases.ts';
import { sayingLemma } from '../reporting.ts';
import type { Step } from '../step.ts';
import { spanOf, tokenAfter } from '../words.ts';
import { findSource, isQuotation, makeQuotation, type Source } from './find-direct.ts';
import { findIndirect } from './find-indirect.ts';
import { findMarked, type Marked, splitParagraphs } from './find-marks.ts';
import { subjectPhrase } from './find-speaker.ts';
import { settlePersons } from './first-persons.ts';
import { withoutNewcomers } from './newcomers.ts';
import { resolveSpeakers } from './resolve-speakers.ts';
import { speakerOf } from './speaker-mention.ts';
import { besideTurns, findTurns, quotationsOfTurns } from './turns.ts';

const BY = 'quotations@1';
/** Stretches read in one paragraph; a page of nothing but marks must not cost the square of its length. */
const MOST_MARKS = 400;
/** A mixed quotation ("said the plan was “a gift”") counts as indirect too where this many words stand outside the marks. */
const MIXED_WORDS = 3;
/** Lines that a quotation runs on without a mark. */
const MOST_OPEN = 8;

/** Direct and indirect quotations in reading order, the longer first. */
export const quotationsStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tags', 'mentions'],
  assigns: ['mentions', 'quotations', 'chains'],
  run(extraction) {
    const turns = findTurns(extraction);
    const talked = quotationsOfTurns(extraction, turns);
    const others = besideTurns(quotationsOf(extraction), turns);
    const quotations = inOrder([...extraction.quotations, ...others, ...talked]);
    const known = withoutNewcomers(extraction, quotations);
    // Who talks stands on the line, and is nobody else.
    const isTalked = new Set(talked);
    const resolved = resolveSpeakers(known, quotations).map((quotation, place) => {
      const given = quotations[place] as Quotation;
      return isTalked.has(given) ? given : quotation;
    });
    return withLayers(settlePersons(known, resolved, turns), { quotations: resolved });
  },
};

function inOrder(quotations: readonly Quotation[]): Quotation[] {
  return [...quotations].sort((a, b) => a.content.start - b.content.start || b.content.end - a.content.end);
}

interface Paragraph {
  readonly span: Span;
  readonly marked: readonly Marked[];
}

function quotationsOf(extraction: Extraction): Quotation[] {
  const { text } = extraction.document;
  const paragraphs = fillOpen(
    splitParagraphs(text).map((span): Paragraph => ({ span, marked: findMarked(text, span).slice(0, MOST_MARKS) })),
  );
  const found: Quotation[] = [];
  let carried: Source | null = null;
  for (const [place, paragraph] of paragraphs.entries()) {
    const previous = paragraphs[place - 1];
    const goesOn = previous?.marked.at(-1)?.closed === false && (startsWithMark(paragraph) || startsInside(paragraph));
    const read = readParagraph(extraction, paragraph, goesOn ? carried : null, carried);
    if (goesOn) giveSpeakerBack(found, read.quotations, paragraphs, place - 1);
    found.push(...read.quotations);
    carried = read.carried;
  }
  return found;
}

/** Lines without any mark between a quotation that stays open and its closing mark stand inside it, in texts with a line a sentence. */
function fillOpen(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const filled = [...paragraphs];
  for (let place = 0; place < paragraphs.length; place += 1) {
    if (paragraphs[place]?.marked.at(-1)?.closed !== false) continue;
    let end = place + 1;
    while (end - place <= MOST_OPEN && paragraphs[end]?.marked.length === 0) end += 1;
    const closing = paragraphs[end];
    if (end === place + 1 || !closing || !startsInside(closing)) continue;
    for (let inside = place + 1; inside < end; inside += 1) {
      const { span } = paragraphs[inside] as Paragraph;
      filled[inside] = { span, marked: [{ ...span, outer: span, depth: 0, opened: false, closed: false }] };
    }
  }
  return filled;
}

/** A quotation that runs over paragraphs is often attributed in its last one: the open parts before take that speaker. */
function giveSpeakerBack(
  found: Quotation[],
  next: readonly Quotation[],
  paragraphs: readonly Paragraph[],
  last: number,
): void {
  const source = next.find((quotation) => quotation.direct);
  if (!source?.cue || !source.speaker) return;
  for (let place = last; place >= 0; place -= 1) {
    const open = paragraphs[place]?.marked.at(-1);
    if (open?.closed !== false) return;
    const index = found.findIndex((quotation) => quotation.content.start === open.start && quotation.direct);
    const part = found[index];
    if (part && part.cue === null) found[index] = { ...part, speaker: source.speaker };
    // A part that opened in the middle of its line belongs to no line before.
    if (open.opened && !startsWithMark(paragraphs[place] as Paragraph)) return;
  }
}

function startsWithMark(paragraph: Paragraph): boolean {
  const first = paragraph.marked[0];
  return first?.opened === true && first.outer.start <= paragraph.span.start + 1;
}

/** The closing mark of a quotation that an earlier paragraph opened comes first. */
function startsInside(paragraph: Paragraph): boolean {
  const first = paragraph.marked[0];
  return first?.opened === false && first.outer.start <= paragraph.span.start + 1;
}

interface ReadParagraph {
  readonly quotations: Quotation[];
  /** Who speaks at its end; null where nobody does. */
  readonly carried: Source | null;
}

function readParagraph(
  extraction: Extraction,
  paragraph: Paragraph,
  goesOn: Source | null,
  before: Source | null,
): ReadParagraph {
  const sentences = sentencesIn(extraction, paragraph.span);
  const phrases = sentences.flatMap((sentence) => nounPhrases(extraction, sentence));
  const indirect = sentences.flatMap((sentence) => findIndirect(extraction, sentence, phrases, paragraph.marked));
  const sources = findSources(extraction, paragraph, phrases, indirect);
  const whole = paragraph.marked.filter((marked) => marked.depth === 0);
  shareSources(extraction, paragraph, whole, indirect, sources, goesOn, before);
  const direct = paragraph.marked.flatMap((marked) => {
    const source = sources.get(marked) ?? null;
    if (marked.depth > 0 && source === null) return [];
    return isQuotation(extraction, marked, source) ? [makeQuotation(marked, source)] : [];
  });
  const last = whole.at(-1);
  const closing =
    last && direct.some((quotation) => quotation.content.start === last.start) ? sources.get(last) : undefined;
  return {
    quotations: [...direct, ...indirect.filter((quotation) => !isCovered(extraction, quotation, direct))],
    carried: closing ?? speakerAtEnd(indirect, paragraph) ?? announced(extraction, paragraph, phrases),
  };
}

/** The verb that touches each stretch, or the reported clause around it. */
function findSources(
  extraction: Extraction,
  paragraph: Paragraph,
  phrases: readonly NounPhrase[],
  indirect: readonly Quotation[],
): Map<Marked, Source> {
  const sources = new Map<Marked, Source>();
  for (const marked of paragraph.marked) {
    const outer = paragraph.marked.find((each) => each.depth < marked.depth && containsSpan(each, marked.outer));
    const others = paragraph.marked.filter((each) => each !== marked && each.depth === marked.depth);
    const touching = findSource(extraction, phrases, marked, others, outer ?? paragraph.span);
    const around = indirect.findLast((quotation) => containsSpan(quotation.content, marked));
    if (touching) sources.set(marked, touching);
    else if (around) sources.set(marked, { cue: around.cue, speaker: around.speaker, strength: 'weak' });
  }
  return sources;
}

/** Stretches without a verb of their own take the speaker of the one before, after, or of the paragraph before. */
function shareSources(
  extraction: Extraction,
  paragraph: Paragraph,
  whole: readonly Marked[],
  indirect: readonly Quotation[],
  sources: Map<Marked, Source>,
  goesOn: Source | null,
  before: Source | null,
): void {
  const first = whole[0];
  if (first && goesOn && !sources.has(first)) sources.set(first, { ...goesOn, cue: null });
  for (const [place, marked] of whole.entries()) {
    if (sources.has(marked)) continue;
    const earlier = whole[place - 1];
    const later = whole[place + 1];
    const near =
      (earlier && sources.get(earlier)) ??
      (isFull(extraction, marked) ? (reportedBefore(indirect, marked) ?? (later && sources.get(later))) : undefined);
    if (near) sources.set(marked, { cue: null, speaker: near.speaker, strength: 'weak' });
    else if (before && startsWithMark(paragraph) && isFull(extraction, marked))
      sources.set(marked, { ...before, cue: null, strength: 'weak' });
  }
}

/** "Ada Quill warned that prices will rise. “Nobody is ready.”": who was reported just before speaks on. */
function reportedBefore(indirect: readonly Quotation[], marked: Marked): Source | undefined {
  const last = indirect.findLast(({ content }) => content.end <= marked.start);
  return last?.speaker ? { cue: null, speaker: last.speaker, strength: 'weak' } : undefined;
}

/** A whole sentence in marks, unlike words in inverted commas. */
function isFull(extraction: Extraction, marked: Marked): boolean {
  return /[.!?…,]$/.test(extraction.document.text.slice(marked.start, marked.end));
}

/** An indirect quotation whose words stand nearly all in marks says nothing new. */
function isCovered(extraction: Extraction, quotation: Quotation, direct: readonly Quotation[]): boolean {
  const { text } = extraction.document;
  const inside = direct.filter((each) => overlapsSpan(each.content, quotation.content));
  if (inside.some((each) => containsSpan(each.content, quotation.content) && each.cue?.start === quotation.cue?.start))
    return true;
  // "Asked about the vote, she replied, “No.”": the words before the verb are no speech where the marks hold it.
  const { cue, content } = quotation;
  if (
    cue &&
    content.end <= cue.start &&
    direct.some((each) => each.cue?.start === cue.start && each.content.start > cue.start)
  )
    return true;
  // "“No talks,” the minister was quoted as saying": nor do they with the marks and another verb of saying inside.
  if (
    cue &&
    content.end <= cue.start &&
    inside.some((each) => each.cue && each.cue.start > each.content.end && containsSpan(content, each.cue))
  )
    return true;
  let rest = text.slice(quotation.content.start, quotation.content.end);
  for (const each of inside) {
    if (!containsSpan(each.content, quotation.content))
      rest = rest.replace(text.slice(each.content.start, each.content.end), ' ');
  }
  return (
    inside.some((each) => containsSpan(quotation.content, each.content)) &&
    rest.split(/[\s“”"‘’']+/).filter(Boolean).length < MIXED_WORDS
  );
}

/** "Ada Quill wrote on her page:" at the end of a paragraph gives the next one to her. */
function announced(extraction: Extraction, { span }: Paragraph, phrases: readonly NounPhrase[]): Source | null {
  const { text } = extraction.document;
  if (!/:\s*$/.test(text.slice(span.start, span.end))) return null;
  const last = extraction.sentences[extraction.tokens[tokenAfter(extraction, span.end - 1)]?.sentence ?? -1];
  for (let index = last?.lastToken ?? -1; last && index >= last.firstToken; index -= 1) {
    if (sayingLemma(extraction, index) === null) continue;
    const subject = subjectPhrase(extraction, phrases, index);
    if (subject)
      return {
        cue: spanOf(extraction, index, index),
        speaker: speakerOf(extraction, phrases, subject),
        strength: 'weak',
      };
  }
  return null;
}

function speakerAtEnd(indirect: readonly Quotation[], paragraph: Paragraph): Source | null {
  const last = indirect.filter((quotation) => overlapsSpan(quotation.content, paragraph.span)).at(-1);
  const speaker: Speaker | null = last?.speaker ?? null;
  return last && speaker ? { cue: last.cue, speaker, strength: 'weak' } : null;
}
