// When an event was, from its name and its noun phrase: "the 2019 Torva Summit", "the Battle of Torva in 1910".
import type { Extraction, Mention } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { childrenBy, markersOf, topOf } from '../tree.ts';
import { tokenAfter } from '../words.ts';
import { valueAt } from './entity-at.ts';
import type { Edge } from './make-relation.ts';

/** Guesses, not yet calibrated. */
const SCORE = { inside: 0.8, beside: 0.7 } as const;

/** One edge a dated event: to the year in or right before its name, or to the date that hangs on it. */
export function eventDates(extraction: Extraction): Edge[] {
  return extraction.mentions.flatMap((event) => {
    if (event.type !== 'Event' || event.kind !== 'name' || isPartOfEvent(extraction, event)) return [];
    const sentence = extraction.sentences[extraction.tokens[event.head]?.sentence ?? -1];
    const found = yearOf(extraction, event) ?? dateOn(extraction, event);
    if (!sentence || !found?.date.literal) return [];
    return [
      {
        subject: event,
        object: found.date,
        literal: found.date.literal,
        predicate: 'happen',
        triggers: ['happen'],
        passive: false,
        cue: { start: Math.min(event.start, found.date.start), end: Math.max(event.end, found.date.end) },
        sentence,
        polarity: 'positive',
        modality: 'actual',
        score: found.score,
      },
    ];
  });
}

interface Dated {
  readonly date: Mention;
  readonly score: number;
}

/** "Torva Summit" in "2019 Torva Summit": the longer name speaks for both. */
function isPartOfEvent(extraction: Extraction, event: Mention): boolean {
  return mentionsAround(extraction, event.head).some(
    (other) =>
      other.type === 'Event' &&
      other !== event &&
      other.start <= event.start &&
      event.end <= other.end &&
      other.kind === 'name',
  );
}

function yearOf(extraction: Extraction, event: Mention): Dated | null {
  const first = tokenAfter(extraction, event.start);
  const date = mentionsAround(extraction, event.head).find(
    (mention) =>
      mention.type === 'Time' &&
      mention.literal !== null &&
      ((mention.start >= event.start && mention.end <= event.end) ||
        tokenAfter(extraction, mention.end - 1) === first - 1) &&
      /^\d{4}$/.test(String(mention.literal.value)),
  );
  return date ? { date, score: SCORE.inside } : null;
}

function dateOn(extraction: Extraction, event: Mention): Dated | null {
  const top = topOf(extraction, event);
  for (const child of childrenBy(extraction, top, 'nmod', 'obl')) {
    const date = /^(?:on|in|of|)$/.test(markersOf(extraction, child)) ? valueAt(extraction, child, 'Time') : null;
    if (date && date.start >= event.end) return { date, score: SCORE.beside };
  }
  return null;
}
