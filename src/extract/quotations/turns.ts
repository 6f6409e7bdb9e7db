// Turns of a transcript: what stands behind the label of a speaker, up to the next.
import type { Extraction, Mention, Quotation, Speaker } from '../../model/extraction.ts';
import { containsSpan, overlapsSpan, type Span, sliceSpan } from '../../model/span.ts';
import { sentencesIn } from '../by-sentence.ts';
import { spanOf, tokenAfter } from '../words.ts';
import { findTurnLabels, INITIALS, type TurnLabel } from './turn-labels.ts';

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

const LEAST_TURNS = 3;

/** Turns in reading order. A text is a transcript where labels come back: somebody speaks twice, and somebody else between. */
export function findTurns(extraction: Extraction): Turn[] {
  const { text } = extraction.document;
  const persons = extraction.mentions.filter(
    ({ kind, type }) => kind === 'name' && /^(?:Person|Organization)$/.test(type),
  );
  const found = findTurnLabels(text, persons);
  const spoken = transcribed(found);
  const labels = found.filter((label) => spoken.has(label.key) || label.isLetter || opensStatement(text, label));
  const others = othersOf(labels, spoken);
  return labels.flatMap((label, place) => {
    const turn = toTurn(extraction, labels, place);
    const isStatement = !spoken.has(label.key) && !label.isLetter;
    return turn ? [{ ...turn, isStatement, addressee: others.get(label.key) ?? null }] : [];
  });
}

/** Of two who talk, and of who asks and who answers, the one who has a name, by the key of the other. */
function othersOf(labels: readonly TurnLabel[], keys: ReadonlySet<string>): Map<string, Mention> {
  const pair = keys.has('q') && keys.has('a') ? ['q', 'a'] : keys.size === 2 ? [...keys] : [];
  const others = new Map<string, Mention>();
  for (const key of pair) {
    const other = labels.find(
      (label) => label.key !== key && pair.includes(label.key) && label.name?.type === 'Person',
    );
    if (other?.name) others.set(key, other.name);
  }
  return others;
}

/** Keys of the labels that a transcript has: those of people, initials and whatever comes back, where somebody does. */
function transcribed(labels: readonly TurnLabel[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { key } of labels) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isPerson = ({ name }: TurnLabel): boolean => name?.type === 'Person';
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
function opensStatement(text: string, { isAlone, name, span, colon }: TurnLabel): boolean {
  return isAlone && name?.type === 'Person' && name.end === span.end && /^\s*\n[^\S\n]*\n/.test(text.slice(colon + 1));
}

type Said = Omit<Turn, 'isStatement' | 'addressee'>;

function toTurn(extraction: Extraction, labels: readonly TurnLabel[], place: number): Said | null {
  const { text } = extraction.document;
  const label = labels[place] as TurnLabel;
  const next = labels[place + 1]?.line;
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

function speakerOf(text: string, labels: readonly TurnLabel[], { span, name, key }: TurnLabel): Speaker {
  const who = name ?? labels.find((label) => label.key === key && label.name !== null)?.name;
  const isCalled = who && (containsSpan(span, who) || /^[qa]$/.test(key));
  return { mention: who?.id ?? null, text: isCalled ? sliceSpan(text, who) : sliceSpan(text, span) };
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
