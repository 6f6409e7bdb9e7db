// Names: exact spans, and spans with their type, against the annotated corpora; nested names, articles and values left out.
import type { Extraction } from '../../../src/model/extraction.ts';
import type { Span } from '../../../src/model/span.ts';
import { type AnnotatedDocument, readAnnotated } from '../annotated.ts';
import { type Counts, scoreWithInterval } from '../bootstrap.ts';
import type { Figure, Measure } from '../measure.ts';

/** Typing conventions differ from file to file (see the corpora's README): compare a file with itself over time. */
const FILES = ['re3d-dev', 'crossner-politics-dev', 'ewt-dev', 'redocred-dev'];
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
        spans.push(countNames(extraction, gold, false));
        typed.push(countNames(extraction, gold, true));
      }
      const items = `${spans.reduce((sum, counts) => sum + counts.gold, 0)} names`;
      figures.push({ name: `name span F1 ${file}`, items, ...scoreWithInterval(spans) });
      figures.push({ name: `name typed F1 ${file}`, items, ...scoreWithInterval(typed) });
    }
    return figures;
  },
};

function countNames(extraction: Extraction, gold: AnnotatedDocument, withType: boolean): Counts {
  const { text } = gold.document;
  const key = ({ start, end, type }: Span & { readonly type: string }) => {
    const article = /^the\s+/i.exec(text.slice(start, end))?.[0].length ?? 0;
    return `${start + article}:${end}${withType ? `:${type}` : ''}`;
  };
  const wanted = new Set(
    gold.mentions
      .filter(({ kind, type }) => (kind === 'name' || kind === 'unknown') && !VALUES.has(type))
      .filter(({ start, end }) => /\p{Lu}/u.test(text.slice(start, end)))
      .map(key),
  );
  const names = extraction.mentions.filter(({ kind, type }) => kind === 'name' && !VALUES.has(type));
  const found = new Set(names.filter((mention) => !names.some((other) => holds(other, mention))).map(key));
  return { correct: [...found].filter((name) => wanted.has(name)).length, found: found.size, gold: wanted.size };
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
}
