// Runs as a process of its own, from the built program: extracts one text file and tells what it found and what memory it took.
import { readFileSync } from 'node:fs';
import { extractDocument } from '../../dist/extract/index.js';
import { bareDocument } from '../../dist/model/document.js';

const ontology = JSON.parse(readFileSync(new URL('../../data/ontology.json', import.meta.url), 'utf8'));
const text = readFileSync(process.argv[2], 'utf8');
const { tokens, sentences, mentions, document } = await extractDocument(bareDocument(text), { ontology });
const found = {
  tokens: tokens.length,
  sentences: sentences.length,
  roots: tokens.filter(({ head }) => head < 0).length,
  names: mentions.filter(({ kind }) => kind === 'name').length,
  notes: document.notes.map(({ code }) => code),
  megabytes: process.resourceUsage().maxRSS / 1_024,
};
process.stdout.write(JSON.stringify(found));
