// Counts the corrections of tags on ewt-train and gum-train: `tsx scripts/train/tags.ts CORPORA_DIR`. Deterministic.
import { writeFileSync } from 'node:fs';
import type { TaggedWord } from '../../src/extract/tags/correct-tags.ts';
import { readTreebank } from '../evaluate/corpora.ts';

/** Least sightings of a context by the digit that opens its key, and the least share of the tag that wins. */
const LEAST_COUNT: Readonly<Record<string, number>> = { 4: 3, 3: 3, 2: 3, 1: 3, 6: 5, 5: 6, 0: 10 };
const LEAST_SHARE = 0.6;

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder of the corpora: tsx scripts/train/tags.ts DIR');
const target = new URL('../../data/models/tag-corrections.json', import.meta.url);
// Counted on tags without corrections: the table is emptied before the modules that read it are loaded.
writeFileSync(target, '{"corrections":{}}\n');
const { extractDocument } = await import('../../src/extract/index.ts');
const { tagContexts } = await import('../../src/extract/tags/tag-table.ts');
const counts = new Map<string, Map<string, number>>();
const sightings: (readonly string[])[] = [];
for (const name of ['ewt-train', 'gum-train']) {
  for (const gold of readTreebank(folder, name) ?? []) {
    const { tokens, sentences } = await extractDocument(gold.document, {
      ontology: { version: 1, entityTypes: [], relationTypes: [] },
    });
    const goldTags = new Map(gold.tokens.map(({ start, end }, index) => [`${start}:${end}`, gold.upos[index] ?? 'X']));
    for (const { firstToken, lastToken } of sentences) {
      const members = tokens.slice(firstToken, lastToken + 1);
      const words: TaggedWord[] = members.map(({ start, end, upos, lemma }) => {
        const form = gold.document.text.slice(start, end);
        return { form, lower: form.toLowerCase().replace(/[’ʼ`´‘]/gu, "'"), upos, lemma };
      });
      for (const [index, token] of members.entries()) {
        const tag = goldTags.get(`${token.start}:${token.end}`);
        if (tag !== undefined) count(tagContexts(words, index), tag);
      }
    }
  }
}
const corrections = Object.fromEntries([...choose()].sort(([a], [b]) => (a < b ? -1 : 1)));
const trainedOn = 'UD English EWT train (CC BY-SA 4.0) and UD English GUM train, permissive genres (CC BY 4.0)';
writeFileSync(
  target,
  `${JSON.stringify({ about: 'Corrections of tags by context (src/extract/tags/tag-table.ts). Made by scripts/train/tags.ts.', trainedOn, corrections }, null, 1)}\n`,
);
process.stdout.write(`${Object.keys(corrections).length} corrections\n`);

function count(contexts: readonly string[], tag: string): void {
  sightings.push(contexts);
  for (const context of contexts) {
    const tags = counts.get(context) ?? new Map<string, number>();
    tags.set(tag, (tags.get(tag) ?? 0) + 1);
    counts.set(context, tags);
  }
}

/** Contexts sure enough to speak, less those that only repeat what the next sure context behind them says. */
function choose(): Map<string, string> {
  const sure = new Map<string, string>();
  for (const [context, tags] of counts) {
    const total = [...tags.values()].reduce((sum, value) => sum + value, 0);
    const [tag, best] = [...tags].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['X', 0];
    if (total >= (LEAST_COUNT[context[0] ?? '0'] ?? 10) && best / total >= LEAST_SHARE) sure.set(context, tag);
  }
  const needed = new Map<string, string>();
  for (const contexts of sightings) {
    const speaking = contexts.filter((context) => sure.has(context));
    for (const [place, context] of speaking.entries()) {
      const tag = sure.get(context) ?? 'X';
      const behind = speaking[place + 1];
      const otherwise = behind === undefined ? (contexts.at(-1)?.slice(1).split(' ')[0] ?? 'X') : sure.get(behind);
      if (tag !== otherwise) needed.set(context, tag);
    }
  }
  return needed;
}
