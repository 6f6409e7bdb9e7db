// What coreference links: the encoder's mentions of one segment, each with the mentions that earlier steps made of it.
import type { Extraction, Mention } from '../../model/extraction.ts';
import type { Labels } from '../../onnx/text-session.ts';
import { argMax } from '../encoder/arg-max.ts';
import type { MentionSpan } from '../encoder/decode-spans.ts';
import type { Segment } from '../encoder/read-document.ts';
import { uposOf } from '../tree.ts';
import { spellingAt, tokenAfter, wordAt } from '../words.ts';
import type { FeatureMention } from './pair-features.ts';
import { joinSamePhrases } from './same-phrase.ts';

const PERSONAL = /^(?:he|him|his|himself|she|her|hers|herself)$/;
/** Raw chance of a pronoun that the encoder does not list: its bar for mentions. */
const MISSED = 0.5;

/** A mention to be linked. */
export interface Candidate extends FeatureMention {
  /** Token on which the others of its span hang. */
  readonly head: number;
  /** Raw chance that a mention stands just here. */
  readonly chance: number;
  /** Raw chance that it stands for a person. */
  readonly person: number;
  /** The mentions of the extraction that it is: same head, same place but for an article or a title. */
  readonly known: readonly Mention[];
}

/** In reading order, longer first. A name or institution that the encoder does not list is added. */
export function findCandidates(extraction: Extraction, segment: Segment, labels: Labels): Candidate[] {
  const known = knownByHead(extraction, segment);
  const candidates = new Map<string, Candidate>();
  const person = labels.entityTypes.indexOf('Person');
  for (const span of segment.spans) {
    const candidate = fromSpan(extraction, span, known, person);
    candidates.set(`${span.first}:${span.last}`, candidate);
  }
  const found = new Set([...candidates.values()].flatMap(({ known: mentions }) => mentions));
  for (const [head, mentions] of known) {
    for (const mention of mentions) {
      if (found.has(mention)) continue;
      const place = `${tokenAfter(extraction, mention.start)}:${tokenAfter(extraction, mention.end - 1)}`;
      const before = candidates.get(place);
      candidates.set(
        place,
        before ? withKnown(before, [...before.known, mention]) : fromMention(extraction, mention, head, labels),
      );
    }
  }
  for (const pronoun of missedPronouns(extraction, segment, labels)) {
    const place = `${pronoun.start}:${pronoun.end - 1}`;
    if (!candidates.has(place)) candidates.set(place, pronoun);
  }
  const sorted = [...candidates.values()].sort((left, right) => left.start - right.start || right.end - left.end);
  return joinSamePhrases(extraction, sorted);
}

/** "He" and "her" always stand for somebody, whether or not the encoder lists them. */
function missedPronouns(extraction: Extraction, { windows }: Segment, labels: Labels): Candidate[] {
  const first = windows[0]?.home.first ?? 0;
  const last = windows.at(-1)?.home.last ?? -1;
  const [kind, type] = [labels.mentionKinds.indexOf('pronoun'), labels.entityTypes.indexOf('Person')];
  const missed: Candidate[] = [];
  for (let place = first; place <= last; place += 1) {
    if (uposOf(extraction, place) !== 'PRON' || !PERSONAL.test(wordAt(extraction, place))) continue;
    missed.push(
      makeCandidate(extraction, place, place, { kind, type, head: place, chance: MISSED, person: 1, known: [] }),
    );
  }
  return missed;
}

/** Names and institutions whose head is at home in the segment; values are never linked. */
function knownByHead(extraction: Extraction, { windows }: Segment): Map<number, Mention[]> {
  const first = windows[0]?.home.first ?? 0;
  const last = windows.at(-1)?.home.last ?? -1;
  const byHead = new Map<number, Mention[]>();
  for (const mention of extraction.mentions) {
    if (mention.literal !== null || mention.type === 'Role') continue;
    const from = tokenAfter(extraction, mention.start);
    const to = tokenAfter(extraction, mention.end - 1);
    if (from < first || to > last) continue;
    const head = headOf(extraction, from, to);
    const others = byHead.get(head);
    if (others) others.push(mention);
    else byHead.set(head, [mention]);
  }
  return byHead;
}

function fromSpan(
  extraction: Extraction,
  { first, last, chance, kinds, types }: MentionSpan,
  known: ReadonlyMap<number, readonly Mention[]>,
  person: number,
): Candidate {
  const head = headOf(extraction, first, last);
  const start = extraction.tokens[first]?.start ?? 0;
  const end = extraction.tokens[last]?.end ?? 0;
  const inside = known.get(head)?.filter((mention) => start <= mention.start && mention.end <= end) ?? [];
  return makeCandidate(extraction, first, last, {
    kind: 1 + argMax(kinds.slice(1)),
    type: argMax(types),
    head,
    chance,
    person: types[person] ?? 0,
    known: inside.length > 1 ? outermost(inside) : inside,
  });
}

/** Without names inside a longer name: "Canada" is not what "Air Canada" is, though its last word heads both. */
function outermost(mentions: readonly Mention[]): readonly Mention[] {
  const names = mentions.filter(({ kind }) => kind === 'name');
  return mentions.filter(
    (mention) => mention.kind !== 'name' || !names.some((other) => other !== mention && isInside(mention, other)),
  );
}

function isInside(inner: Mention, outer: Mention): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
}

function fromMention(extraction: Extraction, mention: Mention, head: number, labels: Labels): Candidate {
  const first = tokenAfter(extraction, mention.start);
  const last = tokenAfter(extraction, mention.end - 1);
  return makeCandidate(extraction, first, last, {
    kind: Math.max(1, labels.mentionKinds.indexOf(mention.kind)),
    type: Math.max(0, labels.entityTypes.indexOf(mention.type)),
    head,
    chance: mention.score,
    person: mention.type === 'Person' ? mention.score : 1 - mention.score,
    known: [mention],
  });
}

/** Written out, so that all candidates are of one shape: each pair of them is read. */
function makeCandidate(
  extraction: Extraction,
  first: number,
  last: number,
  {
    kind,
    type,
    head,
    chance,
    person,
    known,
  }: Pick<Candidate, 'kind' | 'type' | 'head' | 'chance' | 'person' | 'known'>,
): Candidate {
  const words: string[] = [];
  for (let place = first; place <= last; place += 1) words.push(spellingAt(extraction, place));
  const sentence = extraction.tokens[first]?.sentence ?? 0;
  return { sentence, start: first, end: last + 1, words, kind, type, head, chance, person, known };
}

/** The candidate with other mentions of the extraction. */
function withKnown(
  { sentence, start, end, words, kind, type, head, chance, person }: Candidate,
  known: readonly Mention[],
): Candidate {
  return { sentence, start, end, words, kind, type, head, chance, person, known };
}

/** The first token of the range whose own head lies outside it; of some that hang on one word behind it the last ("the |Norland army| post"). */
export function headOf({ tokens }: Extraction, first: number, last: number): number {
  let found = -1;
  for (let place = first; place <= last; place += 1) {
    const head = tokens[place]?.head ?? -1;
    if (first <= head && head <= last) continue;
    if (found >= 0 && head !== tokens[found]?.head) return found;
    found = place;
    if (head <= last) return found;
  }
  return found < 0 ? last : found;
}
