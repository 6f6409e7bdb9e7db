// Makes one mention of a name that an acronym in brackets spells out, and of the acronym.
import { type Extraction, type Mention, withLayers } from '../../model/extraction.ts';
import { overlapsSpan } from '../../model/span.ts';
import { findSpelledOut } from '../acronyms/spelled-out.ts';
import type { Run } from './find-runs.ts';
import { addMentions, makeMention } from './make-mention.ts';

/** Precision of such a name. */
const SPELT_SCORE = 0.95;

/** One name for what an acronym spells out, wherever the document has those words, in place of the parts that the encoder made of it. */
export function joinSpelledOut(extraction: Extraction, by: string): Extraction {
  const spelt = findSpelledOut(extraction);
  if (spelt.length === 0) return extraction;
  const { tokens } = extraction;
  const added = spelt.flatMap(({ first, last, acronym }) => {
    const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
    const own = extraction.mentions.filter((mention) => mention.start === start || mention.end === end);
    const type = own.find((mention) => mention.start === start && mention.end === end)?.type ?? 'Organization';
    const short = makeMention(extraction, {
      first: acronym,
      last: acronym,
      type,
      kind: 'name',
      score: SPELT_SCORE,
      by,
    });
    return [
      ...runsOf(extraction, first, last).map((run) =>
        makeMention(extraction, { ...run, type, kind: 'name', score: SPELT_SCORE, by }),
      ),
      ...(extraction.mentions.some((mention) => overlapsSpan(mention, short)) ? [] : [short]),
    ];
  });
  const isPart = (mention: Mention): boolean =>
    mention.kind === 'name' &&
    mention.referent === null &&
    added.some((name) => overlapsSpan(name, mention) && name.end - name.start > mention.end - mention.start);
  const mentions = extraction.mentions.filter((mention) => !isPart(mention));
  return addMentions(withLayers(extraction, { mentions }), added);
}

/** Every place of the document with the words of that run. */
function runsOf({ tokens, document }: Extraction, first: number, last: number): Run[] {
  const wordAt = (index: number): string => document.text.slice(tokens[index]?.start, tokens[index]?.end);
  const words = Array.from({ length: last - first + 1 }, (_, offset) => wordAt(first + offset));
  return tokens.flatMap(({ index }) =>
    words.every((word, offset) => wordAt(index + offset) === word)
      ? [{ first: index, last: index + last - first }]
      : [],
  );
}
