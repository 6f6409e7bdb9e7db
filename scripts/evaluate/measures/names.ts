// Names: exact spans, and spans with their type, against the annotated corpora; nested names, articles and values left out.
import type { Extraction } from '../../../src/model/extraction.ts';
import type { Span } from '../../../src/model/span.ts';
import { type AnnotatedDocument, readAnnotated } from '../annotated.ts';
import { type Counts, scoreWithInterval } from '../bootstrap.ts';
import type { Figure, Measure } from '../measure.ts';

/** Typing conventions differ from file to file (see the corpora's README): compare a file with itself over time. */
const FILES = ['re3d-dev', 'crossner-politics-dev', 'ewt-dev', 'redocred-dev'];
/** Types that a file marks, where it marks few; names of other types are left out, as in scripts/train/evaluate.py. */
const OWN_TYPES: Readonly<Record<string, ReadonlySet<string>>> = {
  'ewt-dev': new Set(['Person', 'Organization', 'Place']),
};
const VALUES = new Set(['Time', 'Quantity', 'Role']);

export const namesMeasure: Measure = {
  name: 'names',
  async run({ corpora, extract }) {
    if (corpora === null) return { reason: 'needs annotated corpora: --corpora DIR' };
    const figures: Figure[] = [];
    for (const file of FILES) {
      const documents = readAnnotated(corpora, file);
      if (documents === null) return { reason: `${file}.jsonl.gz is not in the folder of --corpora` };
      const spans: Counts[] = [];
      const typed: Counts[] = [];
      for (const gold of documents) {
        const extraction = await extract(gold.document);
        spans.push(countNames(extraction, gold, file, false));
        typed.push(countNames(extraction, gold, file, true));
      }
      const items = `${spans.reduce((sum, counts) => sum + counts.gold, 0)} names`;
      figures.push({ name: `name span F1 ${file}`, items, ...scoreWithInterval(spans) });
      figures.push({ name: `name typed F1 ${file}`, items, ...scoreWithInterval(typed) });
    }
    return figures;
  },
};

/** Exact spans; `withType`: with a type that the label of the source allows. */
function countNames(extraction: Extraction, gold: AnnotatedDocument, file: string, withType: boolean): Counts {
  const { text } = gold.document;
  const placeOf = ({ start, end }: Span): string => {
    const article = /^the\s+/i.exec(text.slice(start, end))?.[0].length ?? 0;
    return `${start + article}:${end}`;
  };
  const own = OWN_TYPES[file];
  const wanted = new Map(
    gold.mentions
      .filter(({ kind, type }) => (kind === 'name' || kind === 'unknown') && !VALUES.has(type))
      .filter(({ start, end }) => /\p{Lu}/u.test(text.slice(start, end)))
      .map((mention) => [placeOf(mention), mention.allowed]),
  );
  const names = extraction.mentions.filter(
    ({ kind, type }) => kind === 'name' && !VALUES.has(type) && (own === undefined || own.has(type)),
  );
  const outer = names.filter((mention) => !names.some((other) => holds(other, mention)));
  const found = new Map(outer.map((mention) => [placeOf(mention), mention.type]));
  const correct = [...found].filter(([place, type]) => {
    const allowed = wanted.get(place);
    return allowed !== undefined && (!withType || allowed.includes(type));
  }).length;
  return { correct, found: found.size, gold: wanted.size };
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
}
