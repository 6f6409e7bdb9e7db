// Labels agency news by our own rules for weak supervision: `tsx scripts/train/silver-news.ts --corpora DIR --out DIR`.
// Writes OUT/silver-news.jsonl: relations that the rules find, no text, and no negatives (exhaustive: false); what is
// annotated by hand is left out, its dev third above all.
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extractDocument } from '../../src/extract/index.ts';
import type { Ontology } from '../../src/model/ontology.ts';
import { makeDocument, readRows } from '../evaluate/corpora.ts';
import { readNews } from '../evaluate/news.ts';
import { toSilver } from './silver-annotation.ts';

const CORPUS = 'gmb-silver-train';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly { readonly type: string }[];
}

const { values } = parseArgs({
  options: { corpora: { type: 'string' }, out: { type: 'string' }, limit: { type: 'string', default: '5000' } },
});
if (values.corpora === undefined || values.out === undefined) throw new Error('Needs --corpora DIR and --out DIR.');
const DATA = new URL('../../data/', import.meta.url);
const ontology = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;
const all = readRows<Row>(values.corpora, CORPUS) ?? [];
const places = new Map(all.map(({ id }, place) => [id, place]));
const byHand = new Set(
  readNews(new URL('annotations/relations/news.jsonl', DATA)).flatMap(({ document, lines = 1 }) => {
    const place = places.get(document);
    return place === undefined ? [] : all.slice(place, place + lines);
  }),
);
const rows = all.filter((row) => isPromising(row) && !byHand.has(row));
const every = Math.max(1, Math.floor(rows.length / Number(values.limit)));
mkdirSync(values.out, { recursive: true });
const file = openSync(join(values.out, 'silver-news.jsonl'), 'w');
let kept = 0;
let relations = 0;
for (const { id, text } of rows.filter((_, index) => index % every === 0)) {
  const silver = toSilver(await extractDocument(makeDocument(id, text), { ontology }), id, CORPUS);
  if (silver === null || silver.relations.length === 0) continue;
  writeSync(file, `${JSON.stringify(silver)}\n`);
  kept++;
  relations += silver.relations.length;
}
closeSync(file);
process.stdout.write(`${kept} of ${Math.ceil(rows.length / every)} sentences, ${relations} relations\n`);

/** A person and something else that has a name: where titles and appositions stand. */
function isPromising({ mentions }: Row): boolean {
  return mentions.length > 1 && mentions.some(({ type }) => type === 'per' || type === 'org');
}
