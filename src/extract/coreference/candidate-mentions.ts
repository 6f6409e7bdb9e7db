// What coreference links: the encoder's mentions of one segment, each with the mentions that earlier steps made of it.
import type { Extraction, Mention } from '../../model/extraction.ts';
import type { Labels } from '../../onnx/text-session.ts';
import type { MentionSpan } from '../encoder/decode-spans.ts';
import type { Segment } from '../encoder/read-document.ts';
import { tokenAfter } from '../words.ts';
import type { FeatureMention } from './pair-features.ts';
import { joinSamePhrases } from './same-phrase.ts';

/** A mention to be linked. */
export interface Candidate extends FeatureMention {
  /** Token on which the others of its span hang. */
  readonly head: number;
  /** Raw chance that a mention stands just here. */
  readonly chance: number;
  /** The mentions of the extraction that it is: same head, same place but for an article or a title. */
  readonly known: readonly Mention[];
}

/** In reading order, longer first. A name or institution that the encoder does not list is added. */
export function findCandidates(extraction: Extraction, segment: Segment, labels: Labels): Candidate[] {
  const known = knownByHead(extraction, segment);
  const candidates = new Map<string, Candidate>();
  for (const span of segment.spans) {
    const candidate = fromSpan(extraction, span, known);
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
        before ? { ...before, known: [...before.known, mention] } : fromMention(extraction, mention, head, labels),
      );
    }
  }
  const sorted = [...candidates.values()].sort((left, right) => left.start - right.start || right.end - left.end);
  return joinSamePhrases(extraction, sorted);
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
): Candidate {
  const head = headOf(extraction, first, last);
  const kind = 1 + argMax(kinds.slice(1));
  const start = extraction.tokens[first]?.start ?? 0;
  const end = extraction.tokens[last]?.end ?? 0;
  return {
    ...placeOf(extraction, first, last),
    kind,
    type: argMax(types),
    head,
    chance,
    known: outermost((known.get(head) ?? []).filter((mention) => start <= mention.start && mention.end <= end)),
  };
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
  return {
    ...placeOf(extraction, first, last),
    kind: Math.max(1, labels.mentionKinds.indexOf(mention.kind)),
    type: Math.max(0, labels.entityTypes.indexOf(mention.type)),
    head,
    chance: mention.score,
    known: [mention],
  };
}

function placeOf(extraction: Extraction, first: number, last: number) {
  const words = extraction.tokens
    .slice(first, last + 1)
    .map(({ start, end }) => extraction.document.text.slice(start, end));
  return { sentence: extraction.tokens[first]?.sentence ?? 0, start: first, end: last + 1, words };
}

/** The first token of the range whose own head lies outside it. */
export function headOf({ tokens }: Extraction, first: number, last: number): number {
  for (let place = first; place <= last; place += 1) {
    const head = tokens[place]?.head ?? -1;
    if (head < first || head > last) return place;
  }
  return last;
}

function argMax(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? Number.NEGATIVE_INFINITY) ? index : best), 0);
}
