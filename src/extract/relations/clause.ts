// A sentence as rules see it: outermost mentions as one unit each, all other words by themselves.
import type { Extraction, Mention, Sentence, Token } from '../../model/extraction.ts';
import { containsSpan, type Span } from '../../model/span.ts';
import { byMentions, onceALayer } from '../once-a-layer.ts';
import { wordAt } from '../words.ts';

/** A word or a mention. */
export interface Unit extends Span {
  /** Lower-case text with plain apostrophes. */
  readonly text: string;
  readonly upos: string;
  readonly lemma: string;
  readonly mention: Mention | null;
}

/** "its embassy in Easthaven": rules must still see Easthaven, so such a nominal is no unit. */
function hasComplement(extraction: Extraction, mention: Mention): boolean {
  if (!mention.by.startsWith('nominals') || mention.kind !== 'nominal') return false;
  const head = extraction.tokens[mention.head]?.end ?? mention.end;
  return head < mention.end;
}

/** The mentions inside a sentence; they stand in reading order, so a search by halves finds the first. */
export function mentionsIn(extraction: Extraction, sentence: Sentence): Mention[] {
  const { mentions } = extraction;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < sentence.start) low = middle + 1;
    else high = middle;
  }
  const inside: Mention[] = [];
  for (let at = low; at < mentions.length && (mentions[at]?.start ?? 0) < sentence.end; at += 1) {
    const mention = mentions[at] as Mention;
    if (containsSpan(sentence, mention)) inside.push(mention);
  }
  return inside;
}

/** The sentence in units; the longest of mentions that overlap becomes one. */
export const readClause: (extraction: Extraction, sentence: Sentence) => readonly Unit[] = onceALayer(
  byMentions,
  readUnits,
);

const CURLY = /[\u2018\u2019]/;

function readUnits(extraction: Extraction, sentence: Sentence): Unit[] {
  const inside = mentionsIn(extraction, sentence).filter((mention) => isUnit(extraction, mention));
  const units: Unit[] = [];
  let covered = sentence.start;
  for (let at = sentence.firstToken; at <= sentence.lastToken; at += 1) {
    const token = extraction.tokens[at] as Token;
    if (token.start < covered) continue;
    const mention = longestAt(inside, token);
    const end = mention?.end ?? token.end;
    const text =
      end === token.end ? wordAt(extraction, at) : extraction.document.text.slice(token.start, end).toLowerCase();
    units.push({
      start: token.start,
      end,
      text: CURLY.test(text) ? text.replace(/[\u2018\u2019]/g, "'") : text,
      upos: token.upos,
      lemma: token.lemma,
      mention,
    });
    covered = end;
  }
  return units;
}

function isUnit(extraction: Extraction, mention: Mention): boolean {
  const isNamed = mention.kind !== 'nominal' || mention.type === 'Time' || mention.by.startsWith('nominals');
  return isNamed && mention.type !== 'Role' && !hasComplement(extraction, mention);
}

/** Of the mentions that begin with a token and hold it the longest; of equally long ones the surest, then the first. */
function longestAt(mentions: readonly Mention[], { start, end }: Token): Mention | null {
  let best: Mention | null = null;
  for (const mention of mentions) {
    if (mention.start > start) break;
    if (mention.start !== start || mention.end < end) continue;
    const isBetter =
      best === null || mention.end > best.end || (mention.end === best.end && mention.score > best.score);
    if (isBetter) best = mention;
  }
  return best;
}

/** The clause without appositions between a name and its verb: "Ada Quill, a poet, met …" becomes "Ada Quill met …". */
export function dropAppositions(units: readonly Unit[]): readonly Unit[] {
  const kept: Unit[] = [];
  for (let at = 0; at < units.length; at += 1) {
    kept.push(units[at] as Unit);
    if (units[at]?.mention === null || units[at + 1]?.text !== ',') continue;
    const length = units.slice(at + 2, at + 12).findIndex(({ text }) => text === ',');
    if (length <= 0) continue;
    const inner = units.slice(at + 2, at + 2 + length);
    const after = units[at + 3 + length];
    if (inner.some(({ upos }) => upos === 'VERB' || upos === 'AUX') || !/^(VERB|AUX)$/.test(after?.upos ?? ''))
      continue;
    at += length + 2;
  }
  return kept.length === units.length ? units : kept;
}

/** The clause without brackets behind a name: "Ada Quill (1950–2001) was a poet" becomes "Ada Quill was a poet". */
export function dropBrackets(units: readonly Unit[]): readonly Unit[] {
  const kept: Unit[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as Unit;
    const close =
      unit.text === '(' && kept.at(-1)?.mention ? units.findIndex(({ text }, index) => index > at && text === ')') : -1;
    if (close < 0) kept.push(unit);
    else at = close;
  }
  return kept.length === units.length ? units : kept;
}
