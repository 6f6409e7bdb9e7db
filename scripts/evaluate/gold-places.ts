// Where the surfaces of data/gold stand in a text: every occurrence as a whole word, or one by its number.
import type { Span } from '../../src/model/span.ts';

/** Every occurrence of a surface, or the n-th one (from 1), each time as whole words in the case given. */
export type RawMention = string | readonly [surface: string, occurrence: number];

type Report = (problem: string) => void;

/**
 * The mentions of a document in reading order. "Every occurrence" leaves out those inside a longer surface of the same
 * entity or type: `Vance` in `Ada Vance`, also where that is her sister; not `Norland` in `Norland Ministry of Fish`.
 */
export function placeMentions(
  text: string,
  raw: Readonly<Record<string, readonly RawMention[]>>,
  entities: Readonly<Record<string, { readonly type: string }>>,
  report: Report,
): readonly (Span & { readonly entity: string })[] {
  const placed = Object.entries(raw).flatMap(([entity, mentions]) => {
    const type = entities[entity]?.type;
    if (type === undefined) report(`corpus.json has no entity "${entity}"`);
    return mentions.flatMap((mention) => {
      const [surface, occurrence] = typeof mention === 'string' ? [mention, null] : mention;
      const all = findWords(text, surface);
      const spans = occurrence === null ? all : all.slice(occurrence - 1, occurrence);
      if (spans.length === 0) report(`no ${occurrence === null ? '' : `${occurrence}. `}"${surface}" (${entity})`);
      return spans.map((span) => ({ ...span, entity, type, every: occurrence === null }));
    });
  });
  const kept = placed.filter(
    (mention) =>
      !mention.every ||
      !placed.some(
        (other) =>
          (other.entity === mention.entity || other.type === mention.type) &&
          other.end - other.start > mention.end - mention.start &&
          other.start <= mention.start &&
          mention.end <= other.end,
      ),
  );
  for (const [index, mention] of kept.entries()) {
    const twin = kept.slice(index + 1).find((other) => other.start === mention.start && other.end === mention.end);
    if (twin) report(`"${text.slice(mention.start, mention.end)}" is both ${mention.entity} and ${twin.entity}`);
  }
  return kept
    .map(({ start, end, entity }) => ({ start, end, entity }))
    .sort((left, right) => left.start - right.start || right.end - left.end);
}

/** The one place of a passage; a report where it is nowhere or stands twice. */
export function placeQuote(text: string, quote: string, report: Report): Span {
  const start = text.indexOf(quote);
  if (start < 0) report(`no passage "${quote}"`);
  else if (text.includes(quote, start + 1)) report(`the passage "${quote}" stands twice`);
  return { start, end: start + quote.length };
}

/** Where `surface` stands with no letter or digit before and after it. */
function findWords(text: string, surface: string): readonly Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(surface); start >= 0; start = text.indexOf(surface, start + 1)) {
    const end = start + surface.length;
    const isWord = !/[\p{L}\p{N}]$/u.test(text.slice(0, start)) && !/^[\p{L}\p{N}]/u.test(text.slice(end));
    if (isWord) spans.push({ start, end });
  }
  return spans;
}
