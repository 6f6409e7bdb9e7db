// Turns of a transcript: who speaks stands before a colon at the start of a line ("QUILL: We knew.", "Mrs Quill:", "The Minister (Ada Quill):").
import type { Extraction, Mention, Quotation, Speaker } from '../../model/extraction.ts';
import { containsSpan, overlapsSpan, type Span, sliceSpan } from '../../model/span.ts';
import { sentencesIn } from '../by-sentence.ts';
import { spanOf, tokenAfter } from '../words.ts';

/** What one party says at a stretch, behind its label. */
export interface Turn {
  readonly speaker: Speaker;
  /** The label without its colon. */
  readonly label: Span;
  /** The colon. */
  readonly cue: Span;
  readonly content: Span;
  /** True of a line that names who says all that follows ("Mr Justice Hale:"): whose "I" it is, and no talk. */
  readonly isStatement: boolean;
  /** In talk between two, the other. */
  readonly addressee: Mention | null;
}

/** A line that opens with a label and a colon. */
const LABELLED = /^[ \t>*_]*([^\s:>*_][^\n:]{0,78}?)[*_]*:(?=[\s*_]|$)/gm;
const MOST_WORDS = 8;
/** A label is a name, a title and a name, initials, "Q", "The Speaker": every word has a capital but small links. */
const LABEL_WORD = /^(?:\p{Lu}[\p{L}'’.-]*|of|for|the|and|de|del|la|van|von|bin|al)$/u;
/** Whom a letter greets and the fields of its head say nothing. */
const NO_LABEL = /^(?:dear|hi|hello|to|from|cc|bcc|subject|re|by|contact|source|photo|note|editor'?s? note)\b/i;
/** "Q", "ER": who asks and answers, or initials. */
const INITIALS = /^\p{Lu}{1,4}$/u;
/** "On 3 May 2031, at 18:02, Ada Quill wrote:" over the mail that is answered. */
const WROTE = /^[ \t>]*On\s[^\n]{4,80}?\bwrote:[ \t]*$/gm;
const LEAST_TURNS = 3;

interface Label {
  readonly span: Span;
  readonly colon: number;
  readonly name: Mention | null;
  readonly key: string;
  /** Nothing stands behind the colon on its line. */
  readonly isAlone: boolean;
  readonly isLetter: boolean;
}

/** Turns in reading order. A text is a transcript where labels come back: somebody speaks twice, and somebody else between. */
export function findTurns(extraction: Extraction): Turn[] {
  const { text } = extraction.document;
  const persons = extraction.mentions.filter(
    ({ kind, type }) => kind === 'name' && /^(?:Person|Organization)$/.test(type),
  );
  const found = [...withInitials(text, labelsOf(text, persons)), ...lettersOf(text, persons)].sort(
    (left, right) => left.span.start - right.span.start,
  );
  const spoken = transcribed(found);
  const labels = found.filter((label) => spoken.has(label.key) || label.isLetter || opensStatement(text, label));
  const others = spoken.size === 2 ? othersOf(labels) : new Map<string, Mention>();
  return labels.flatMap((label, place) => {
    const turn = toTurn(extraction, labels, place);
    const isStatement = !spoken.has(label.key) && !label.isLetter;
    return turn ? [{ ...turn, isStatement, addressee: others.get(label.key) ?? null }] : [];
  });
}

/** Of two who talk, the one who has a name, by the key of the other. */
function othersOf(labels: readonly Label[]): Map<string, Mention> {
  const others = new Map<string, Mention>();
  for (const { key } of labels) {
    const other = labels.find((label) => label.key !== key && label.name?.type === 'Person');
    if (other?.name) others.set(key, other.name);
  }
  return others;
}

function labelsOf(text: string, persons: readonly Mention[]): Label[] {
  return [...text.matchAll(LABELLED)].flatMap((match): Label[] => {
    const label = match[1] ?? '';
    const start = match.index + match[0].indexOf(label);
    const span = { start, end: start + label.length };
    const plain = label.replace(/\([^)]*\)/g, ' ').trim();
    const words = plain.split(/\s+/);
    if (words.length > MOST_WORDS || NO_LABEL.test(plain) || !words.every((word) => LABEL_WORD.test(word))) return [];
    const colon = text.indexOf(':', span.end);
    const line = text.slice(colon + 1, lineEnd(text, colon));
    const inside = persons.filter((mention) => containsSpan(span, mention));
    const bracket = label.indexOf('(') < 0 ? span.end : span.start + label.indexOf('(');
    const people = inside.filter(({ type }) => type === 'Person');
    // "Mrs Quill (Torva East):" and "The Minister (Ada Quill):"
    const before = /^the\b/i.test(label) ? undefined : people.findLast(({ end }) => end <= bracket);
    const body = persons.find((mention) => sliceSpan(text, mention) === plain);
    const name = before ?? people.find(({ start }) => start > bracket) ?? body ?? inside[0] ?? null;
    const key = (name?.type === 'Person' ? sliceSpan(text, name) : plain).split(/\s+/).at(-1)?.toLowerCase() ?? '';
    return [{ span, colon, name, key, isAlone: !/[\p{L}\p{N}]/u.test(line), isLetter: false }];
  });
}

/** Initials go by what was spelt out before ("Elm Review: …", then "ER: …"). */
function withInitials(text: string, labels: readonly Label[]): Label[] {
  return labels.map((label) => {
    const words = sliceSpan(text, label.span);
    if (!INITIALS.test(words)) return label;
    const spelt = labels.find(
      ({ span }) => initialsOf(sliceSpan(text, span)) === words && span.end - span.start > words.length,
    );
    return { ...label, name: spelt?.name ?? null, key: spelt?.key ?? label.key };
  });
}

function initialsOf(words: string): string {
  return words
    .split(/\s+/)
    .map((word) => word[0])
    .join('');
}

function lettersOf(text: string, persons: readonly Mention[]): Label[] {
  return [...text.matchAll(WROTE)].flatMap((match): Label[] => {
    const span = { start: match.index, end: match.index + match[0].trimEnd().length - 1 };
    const name = persons.findLast((mention) => containsSpan(span, mention) && mention.type === 'Person');
    return name ? [{ span, colon: span.end, name, key: '', isAlone: true, isLetter: true }] : [];
  });
}

/** Keys of the labels that a transcript has: those of people, initials and whatever comes back, where somebody does. */
function transcribed(labels: readonly Label[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { key } of labels) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isPerson = ({ name }: Label): boolean => name?.type === 'Person';
  const keys = new Set(
    labels
      .filter(
        (label) =>
          isPerson(label) ||
          label.name !== null ||
          INITIALS.test(label.key.toUpperCase()) ||
          (counts.get(label.key) ?? 0) > 1,
      )
      .map(({ key }) => key),
  );
  const turns = labels.filter(({ key }) => keys.has(key));
  const comesBack = turns.some(({ key }) => (counts.get(key) ?? 0) > 1);
  const isSpoken = turns.some(isPerson) || (keys.has('q') && keys.has('a'));
  return comesBack && isSpoken && keys.size > 1 && turns.length >= LEAST_TURNS ? keys : new Set();
}

/** "Mr Justice Hale:" on a line of its own opens what he says. */
function opensStatement(text: string, { isAlone, name, span, colon }: Label): boolean {
  return isAlone && name?.type === 'Person' && name.end === span.end && /^\s*\n[^\S\n]*\n/.test(text.slice(colon + 1));
}

type Said = Omit<Turn, 'isStatement' | 'addressee'>;

function toTurn(extraction: Extraction, labels: readonly Label[], place: number): Said | null {
  const { text } = extraction.document;
  const label = labels[place] as Label;
  const next = labels[place + 1]?.span.start;
  const paragraphs = paragraphsFrom(text, label.colon + 1, next ?? text.length);
  // Behind the last label a paragraph may be the writer's again, but where the label stands over what follows.
  const said = next === undefined && !label.isAlone ? paragraphs.slice(0, 1) : paragraphs;
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last) return null;
  const speaker = speakerOf(text, labels, label);
  const colon = tokenAfter(extraction, label.colon);
  return {
    speaker,
    label: label.span,
    cue: spanOf(extraction, colon, colon),
    content: { start: first.start, end: last.end },
  };
}

/** Stretches without an empty line, up to the first that is a heading: a line without an end of sentence, followed by more. */
function paragraphsFrom(text: string, start: number, end: number): Span[] {
  const found: Span[] = [];
  for (const match of text.slice(start, end).matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/g)) {
    const span = { start: start + match.index, end: start + match.index + match[0].trimEnd().length };
    const isHeading = found.length > 0 && !match[0].includes('\n') && !/[.!?…:,"”’)\]]$/.test(match[0].trimEnd());
    if (isHeading) break;
    found.push(span);
  }
  return found;
}

function speakerOf(text: string, labels: readonly Label[], { span, name, key }: Label): Speaker {
  const who = name ?? labels.find((label) => label.key === key && label.name !== null)?.name;
  return {
    mention: who?.id ?? null,
    text: who && containsSpan(span, who) ? sliceSpan(text, who) : sliceSpan(text, span),
  };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The turn whose label or content holds a place, or the last before it; undefined before the first. Binary search. */
export function turnAt(turns: readonly Turn[], place: number): Turn | undefined {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.label.start ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  return turns[low - 1];
}

/** Each sentence of a turn is a quotation of its speaker. */
export function quotationsOfTurns(extraction: Extraction, turns: readonly Turn[]): Quotation[] {
  const { text } = extraction.document;
  return turns
    .filter(({ isStatement }) => !isStatement)
    .flatMap(({ content, cue, speaker }) =>
      sentencesIn(extraction, content).flatMap((sentence, place): Quotation[] => {
        const start = Math.max(sentence.start, content.start);
        const end = Math.min(sentence.end, content.end);
        const words = text.slice(start, end).trim();
        // "(laughs)" is done, not said.
        const isSaid = /[\p{L}\p{N}]/u.test(words) && !/^\([^)]*\)$/.test(words);
        return isSaid ? [{ content: { start, end }, direct: true, cue: place === 0 ? cue : null, speaker }] : [];
      }),
    );
}

/** The others without what the label of a turn was taken to say, and without what stands in marks and has no speaker of its own. */
export function besideTurns(quotations: readonly Quotation[], turns: readonly Turn[]): Quotation[] {
  const cues = new Set(turns.map(({ cue }) => cue.start));
  const isOfTurn = ({ content, cue, direct, speaker }: Quotation): boolean => {
    if (cue !== null && cues.has(cue.start)) return true;
    const turn = turnAt(turns, content.start);
    const isInside = turn !== undefined && !turn.isStatement && overlapsSpan(content, turn.content);
    return isInside && direct && (speaker === null || cue === null);
  };
  return quotations.filter((quotation) => !isOfTurn(quotation));
}
