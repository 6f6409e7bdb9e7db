// `npx tsx scripts/evaluate/quotation-misses.ts CORPORA`: quotations of data/annotations that we miss, mistake or make up, in the part that rules may be written on.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { extractDocument } from '../../src/extract/index.ts';
import type { Ontology } from '../../src/model/ontology.ts';
import { sliceSpan } from '../../src/model/span.ts';
import { groupByDocument } from './annotations.ts';
import { judgeQuotations, type QuotationLabel, readQuotationRows } from './measures/quotations.ts';

const DATA = new URL('../../data/', import.meta.url);
const ontology = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;
const rows = readQuotationRows().filter(({ part }) => part === 'seen');
const documents = await groupByDocument(rows, process.argv[2] ?? null, fileURLToPath(new URL('gold/', DATA)));
for (const { document, rows: own } of documents) {
  const extraction = await extractDocument(document, { ontology });
  const passages = own.filter(({ kind }) => kind === 'passage');
  const labels = own.filter((row): row is QuotationLabel & { kind: 'quotation' } => row.kind === 'quotation');
  for (const passage of passages) {
    const inside = labels.filter(({ start }) => passage.start <= start && start < passage.end);
    const { both } = judgeQuotations(extraction, [passage], inside);
    if (both.correct === both.gold && both.found === both.gold) continue;
    process.stdout.write(`${document.source}: ${sliceSpan(document.text, passage).replaceAll('\n', ' ')}\n`);
    for (const { start, end, speakers, optional } of inside) {
      const names = speakers.map(([from, to]) => document.text.slice(from, to)).join(' = ');
      process.stdout.write(`  wanted${optional ? '?' : ' '} ${names}: “${document.text.slice(start, end)}”\n`);
    }
    for (const { content, speaker } of extraction.quotations) {
      if (content.start < passage.start || content.start >= passage.end) continue;
      const chain = extraction.chains.find(
        ({ mentionIds }) => speaker?.mention && mentionIds.includes(speaker.mention),
      );
      const names = extraction.mentions.filter(({ id, kind }) => chain?.mentionIds.includes(id) && kind !== 'pronoun');
      const known = speaker?.mention ? '' : ' (no mention)';
      const first = names[0] ? ` = ${sliceSpan(document.text, names[0])}` : '';
      process.stdout.write(`  found   ${speaker?.text}${known}${first}: “${sliceSpan(document.text, content)}”\n`);
    }
  }
}
