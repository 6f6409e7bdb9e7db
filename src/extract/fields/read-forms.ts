// Pages of registers and encyclopaedias: runs of lines with a label and a value ("Founder: Otto Quill", a row of a table), and whom they are about.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { containsSpan, type Span, sliceSpan } from '../../model/span.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';

/** Which end of a relation whom the page is about takes for a label. */
export interface FieldRelation {
  readonly type: string;
  readonly topic: 'subject' | 'object';
  readonly labels: readonly string[];
}
interface Lexicon {
  readonly names: readonly string[];
  readonly relations: readonly FieldRelation[];
  readonly measures: readonly string[];
}

const LEXICON = readLexicon<Lexicon>('fields');
const NAMES = new Set(LEXICON.names);
const KNOWN = new Set([...LEXICON.names, ...LEXICON.measures, ...LEXICON.relations.flatMap(({ labels }) => labels)]);
export const FIELD_RELATIONS = LEXICON.relations;
export const MEASURES: ReadonlySet<string> = new Set(LEXICON.measures);

export interface Field {
  /** In small letters. */
  readonly label: string;
  readonly labelSpan: Span;
  /** The value, over the lines that it takes. */
  readonly value: Span;
}

export interface Form {
  readonly topic: Mention;
  readonly fields: readonly Field[];
}

/** A label and a colon or, in a row of a table, a tab; the value may stand on the lines below. */
const FIELD = /^[ \t•*–-]*(\p{L}[^\n:\t]{0,48}?)[ \t]*(?::(?!\S)[ \t]*|\t+)(.*)$/u;
const LISTED = /^[ \t]*[•*–-]\s/;
/** A longer line is prose, and ends the form. */
const LONGEST_VALUE = 200;
const LONGEST_HEADING = 100;
const LEAST_FIELDS = 3;
const LEAST_KNOWN = 2;
/** Of the letters of a heading, what a name in it takes if the page is about that. */
const SHARE_OF_HEADING = 0.6;

/** The value of each field for a name, with the labels beside it. */
export function findFormNames(text: string): { readonly name: Field; readonly labels: readonly string[] }[] {
  return formsOf(text).flatMap(({ fields }) => {
    const name = fields.find(({ label }) => NAMES.has(label));
    return name ? [{ name, labels: fields.map(({ label }) => label) }] : [];
  });
}

function formsOf(text: string): Run[] {
  return runsOf(text).filter(
    ({ fields }) =>
      fields.length >= LEAST_FIELDS && fields.filter(({ label }) => KNOWN.has(label)).length >= LEAST_KNOWN,
  );
}

/** The forms of a text, in order. Linear. */
export function findForms(extraction: Extraction): Form[] {
  return formsOf(extraction.document.text).flatMap(({ fields, heading }) => {
    const topic = topicOf(extraction, fields, heading);
    return topic ? [{ topic, fields }] : [];
  });
}

interface Run {
  readonly fields: Field[];
  /** The line before it. */
  readonly heading: Span | null;
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  let before: Span | null = null;
  let isBlank = false; // before the line at hand
  let isList = false; // the lines of the last field are the items of a list
  for (const line of linesOf(text)) {
    const words = sliceSpan(text, line);
    if (words.trim() === '') {
      isBlank = true;
      continue;
    }
    const last = run?.fields.at(-1);
    const isOpen = last !== undefined && last.value.start === last.value.end;
    const field: Field | null = (isOpen || isList) && LISTED.test(words) ? null : fieldAt(words, line.start);
    isList = field === null && (isOpen || isList) && LISTED.test(words);
    if (field) {
      run ??= { fields: [], heading: before };
      run.fields.push(field);
    } else if (run && last && words.length < LONGEST_VALUE && (isOpen || LISTED.test(words) || !isBlank))
      run.fields.splice(-1, 1, { ...last, value: { start: isOpen ? line.start : last.value.start, end: line.end } });
    else {
      if (run) runs.push(run);
      run = null;
    }
    if (!run) before = line;
    isBlank = false;
  }
  return run ? [...runs, run] : runs;
}

function fieldAt(words: string, start: number): Field | null {
  const match = words.length < LONGEST_VALUE ? FIELD.exec(words) : null;
  if (!match) return null;
  const [whole, label = '', value = ''] = match;
  const from = start + whole.indexOf(label);
  const to = start + words.length;
  return {
    label: label.toLowerCase(),
    labelSpan: { start: from, end: from + label.length },
    value: { start: to - value.length, end: to },
  };
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start);
    lines.push({ start, end: end < 0 ? text.length : end });
    start = (end < 0 ? text.length : end) + 1;
  }
  return lines;
}

/** Who stands in the field of the name, fills the heading, or opens the title. */
function topicOf(extraction: Extraction, fields: readonly Field[], heading: Span | null): Mention | null {
  const { text, title } = extraction.document;
  const names = extraction.mentions.filter(({ kind }) => kind === 'name');
  const longestIn = (span: Span): Mention | undefined =>
    names
      .filter((name) => containsSpan(span, name))
      .sort((left, right) => right.end - right.start - (left.end - left.start))[0];
  const field = fields.find(({ label }) => NAMES.has(label));
  const named = field && longestIn(field.value);
  if (named) return named;
  const head = heading && heading.end - heading.start < LONGEST_HEADING ? longestIn(heading) : undefined;
  if (head && heading && head.end - head.start >= SHARE_OF_HEADING * sliceSpan(text, heading).trim().length)
    return head;
  return names.find((name) => title?.startsWith(sliceSpan(text, name)) === true) ?? null;
}
