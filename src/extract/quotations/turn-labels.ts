// Labels of a transcript, before a colon or, of courts and committees, a stop: "QUILL:", "Mrs Quill:", "The Minister (Ada Quill):", "Q.", "Mr. HALE."
import type { Mention } from '../../model/extraction.ts';
import { containsSpan, type Span, sliceSpan } from '../../model/span.ts';

export interface TurnLabel {
  readonly span: Span;
  /** Start of its line, with the hour before it. */
  readonly line: number;
  /** The colon or stop. */
  readonly colon: number;
  readonly name: Mention | null;
  /** Equal for labels of one speaker. */
  readonly key: string;
  /** Nothing stands behind the colon on its line. */
  readonly isAlone: boolean;
  /** "On 3 May 2031, Ada Quill wrote:" over the mail that is answered. */
  readonly isLetter: boolean;
}

/** The hour of a message: "[12/03/2031, 10:15]", "12/03/2031, 10:15 -", "10:15". */
const STAMP = String.raw`(?:\[[\d/.,:\s\u202fapmAPM-]{4,30}\]|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?(?:\s*-)?|\(?\d{1,2}:\d\d(?::\d\d)?\)?(?:\s?[AaPp][Mm])?)[ \t]+`;
/** A line that opens with a label and a colon. */
const WITH_COLON = new RegExp(
  String.raw`^[ \t>*_]*(?:${STAMP})?[*_]*([^\s:>*_\[\d][^\n:]{0,78}?)[*_]*:(?=[\s*_]|$)`,
  'dgm',
);
/** "Q. Who hired you?", "Mr. HALE. Thank you.": a stop makes a label of these alone. */
const WITH_STOP =
  /^[ \t>*_]*((?:Q|A)|(?:(?:Mr|Ms|Mrs|Dr|Miss|Sen|Rep|Gov|Gen|Adm|Amb|Hon)\.?|Chairman|Chairwoman|Chairperson|Chair|Senator|Secretary|Representative|Congressman|Congresswoman|Judge|Justice|Director|Ambassador|Professor|General|Admiral|Mayor|Commissioner|Governor|Inspector|Minister|President)(?:\s\p{Lu}[\p{L}'’-]+){1,3}|The\s(?:Chairman|Chairwoman|Chair|Clerk|Court|Witness|CHAIRMAN|CHAIRWOMAN|CHAIR|CLERK|COURT|WITNESS|Speaker|SPEAKER))\.[*_]*(?=\s+["“]?\p{Lu})/dgmu;
const WROTE = /^[ \t>]*On\s[^\n]{4,80}?\bwrote:[ \t]*$/gm;
/** Who asks in an examination: "BY MS. LOPEZ:". */
const EXAMINER =
  /^[ \t]*(?:(?:EXAMINATION|Examination)\s)?(?:BY|By)\s(?:MR|MS|MRS|DR|Mr|Ms|Mrs|Dr)\.?\s[^\n:]{2,40}:?[ \t]*$/m;
const MOST_WORDS = 8;
/** Every word of a label has a capital but small links. */
const LABEL_WORD = /^(?:\p{Lu}[\p{L}'’.-]*|of|for|the|and|de|del|la|van|von|bin|al)$/u;
/** Whom a letter greets and the fields of its head say nothing. */
const NO_LABEL = /^(?:dear|hi|hello|to|from|cc|bcc|subject|re|by|contact|source|photo|note|editor'?s? note)\b/i;
/** "Q", "ER": who asks and answers, or initials. */
export const INITIALS = /^\p{Lu}{1,4}$/u;

/** All lines that may be labels, in reading order. `names`: of persons and bodies. */
export function findTurnLabels(text: string, names: readonly Mention[]): TurnLabel[] {
  const labels = [...labelled(text, WITH_COLON, names), ...labelled(text, WITH_STOP, names)].sort(inOrder);
  return [...withExamined(text, withInitials(text, labels), names), ...letters(text, names)].sort(inOrder);
}

const inOrder = (left: TurnLabel, right: TurnLabel): number => left.span.start - right.span.start;

function labelled(text: string, pattern: RegExp, names: readonly Mention[]): TurnLabel[] {
  return [...text.matchAll(pattern)].flatMap((match): TurnLabel[] => {
    const [start, end] = match.indices?.[1] ?? [0, 0];
    const span = { start, end };
    const label = sliceSpan(text, span);
    const plain = label.replace(/\([^)]*\)/g, ' ').trim();
    const words = plain.split(/\s+/);
    if (words.length > MOST_WORDS || NO_LABEL.test(plain) || !words.every((word) => LABEL_WORD.test(word))) return [];
    const colon = end + text.slice(end).search(/[:.]/);
    const line = text.slice(colon + 1, lineEnd(text, colon));
    const inside = names.filter((mention) => containsSpan(span, mention));
    const bracket = label.indexOf('(') < 0 ? end : start + label.indexOf('(');
    const people = inside.filter(({ type }) => type === 'Person');
    // "Mrs Quill (Torva East):" and "The Minister (Ada Quill):"
    const before = /^the\b/i.test(label) ? undefined : people.findLast((mention) => mention.end <= bracket);
    const body = names.find((mention) => sliceSpan(text, mention) === plain);
    const name = before ?? people.find((mention) => mention.start > bracket) ?? body ?? inside[0] ?? null;
    const key = (name?.type === 'Person' ? sliceSpan(text, name) : plain).split(/\s+/).at(-1)?.toLowerCase() ?? '';
    return [{ span, line: match.index, colon, name, key, isAlone: !/[\p{L}\p{N}]/u.test(line), isLetter: false }];
  });
}

/** Initials go by what was spelt out before ("Elm Review: …", then "ER: …"). */
function withInitials(text: string, labels: readonly TurnLabel[]): TurnLabel[] {
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

/** "Q." is who examines, where a line says so, and "A." the one whom the text names before. */
function withExamined(text: string, labels: readonly TurnLabel[], names: readonly Mention[]): TurnLabel[] {
  const first = labels.find(({ key }) => key === 'q' || key === 'a');
  if (!first) return [...labels];
  const line = EXAMINER.exec(text);
  const by = line && { start: line.index, end: line.index + line[0].length };
  const people = names.filter(({ type }) => type === 'Person');
  const examiner = by ? (people.findLast((mention) => containsSpan(by, mention)) ?? null) : null;
  const examined = people.find(
    (mention) => mention.end <= first.span.start && mention !== examiner && !(by && containsSpan(by, mention)),
  );
  return labels.map((label) => {
    if (label.key === 'q') return { ...label, name: examiner };
    return label.key === 'a' || label.key === 'witness' ? { ...label, name: examined ?? null, key: 'a' } : label;
  });
}

function letters(text: string, names: readonly Mention[]): TurnLabel[] {
  return [...text.matchAll(WROTE)].flatMap((match): TurnLabel[] => {
    const span = { start: match.index, end: match.index + match[0].trimEnd().length - 1 };
    const name = names.findLast((mention) => containsSpan(span, mention) && mention.type === 'Person');
    return name ? [{ span, line: span.start, colon: span.end, name, key: '', isAlone: true, isLetter: true }] : [];
  });
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
