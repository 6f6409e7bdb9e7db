// `npx tsx scripts/evaluate/gold-misses.ts [WORD]`: what data/gold has and we miss, and what we have and it has not, by document.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { extractDocument } from '../../src/extract/index.ts';
import type { Ontology } from '../../src/model/ontology.ts';
import { sliceSpan } from '../../src/model/span.ts';
import { type GoldObject, readGold } from './gold.ts';
import { tallyRelations } from './measures/gold-relations.ts';
import { missedSpeakers } from './measures/gold-speakers.ts';

const DATA = new URL('../../data/', import.meta.url);
const WORD = process.argv[2] ?? '';

const ontology = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;
const { documents } = await readGold(fileURLToPath(new URL('gold/', DATA)));
for (const gold of documents.filter(({ document }) => document.source.includes(WORD))) {
  const { text, source } = gold.document;
  const extraction = await extractDocument(gold.document, { ontology });
  const { missed, wrong } = tallyRelations(extraction, gold, ontology);
  const lines = [
    ...missed.map(
      ({ subject, types, object, polarity, modalities, quote }) =>
        `  missed  ${subject} ${types[0]} ${toText(object)}${stance(polarity, modalities[0])}   “${sliceSpan(text, quote)}”`,
    ),
    ...wrong.map(
      ({ subject, type, object, polarity, modality, by, evidence }) =>
        `  wrong   ${subject} ${type} ${object}${stance(polarity, modality)} (${by})   “${sliceSpan(text, evidence)}”`,
    ),
    ...missedSpeakers(extraction, gold).map(
      ({ start, speaker }) => `  speaker ${speaker}   “${text.slice(start, start + 40).replaceAll('\n', ' ')}…”`,
    ),
  ];
  process.stdout.write(`${source}: ${lines.length}\n${lines.map((line) => `${line}\n`).join('')}`);
}

function toText(object: GoldObject): string {
  return typeof object === 'string' ? object : object.time;
}

function stance(polarity: string, modality: string | undefined): string {
  const words = [polarity, modality].filter((word) => word !== 'positive' && word !== 'actual');
  return words.length === 0 ? '' : ` [${words.join(', ')}]`;
}
