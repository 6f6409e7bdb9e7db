// Learns the table of lemmas from ewt-train and gum-train: `tsx scripts/train/lemmas.ts CORPORA_DIR`.
// Endings are learned from forms, each counted once or little more, so that they hold for words never seen.
import { readFileSync, writeFileSync } from 'node:fs';
import {
  classOf,
  type Edit,
  editOf,
  endingsOf,
  foldForm,
  lemmatise,
  type WordClass,
} from '../../src/extract/lemmas/lemmatise.ts';
import { isOnePiece, makeWordPiece } from '../../src/onnx/word-piece.ts';
import { readTreebank, type TreebankDocument } from '../evaluate/corpora.ts';

/** An ending is kept where its edit is right for so much more weight than that of the shorter ending. */
const LEAST_GAIN = 1;
/** Letters that an ending may add; more is an abbreviation spelled out. */
const MOST_ADDED = 3;

/** A form as spelt, with how often it has each lemma. */
interface Entry {
  readonly form: string;
  /** One of the words, for its class. */
  readonly word: WordClass;
  readonly lemmas: Map<string, number>;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder of the corpora: tsx scripts/train/lemmas.ts DIR');
const encodeWord = makeWordPiece(readFileSync(new URL('../../data/models/vocab.txt', import.meta.url), 'utf8'));
const isWord = (word: string): boolean => isOnePiece(encodeWord, word);
const words = new Map<string, Map<string, Entry>>(); // by class, by form as spelt
for (const name of ['ewt-train', 'gum-train']) for (const document of readTreebank(folder, name) ?? []) count(document);

const forms: Record<string, Record<string, Edit>> = {};
const endings: Record<string, Record<string, Edit>> = {};
for (const [group, entries] of [...words].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const learned = learnEndings([...entries.values()]);
  endings[group] = sorted(learned);
  forms[group] = sorted(learnForms([...entries.values()], group, learned));
}
const about = {
  about: 'Lemmas of English (src/extract/lemmas). Made by scripts/train/lemmas.ts.',
  trainedOn: 'UD English EWT train (CC BY-SA 4.0) and UD English GUM train, permissive genres (CC BY 4.0)',
  forms,
  endings,
};
const target = new URL('../../data/models/lemmas.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(about, null, 1)}\n`);
const total = (tables: typeof forms): number =>
  Object.values(tables).reduce((sum, table) => sum + Object.keys(table).length, 0);
process.stdout.write(`${total(forms)} forms, ${total(endings)} endings\n`);

function count({ document: { text }, tokens, upos, lemma, head, deprel }: TreebankDocument): void {
  const formAt = (index: number): string => text.slice(tokens[index]?.start ?? 0, tokens[index]?.end ?? 0);
  for (const [index] of tokens.entries()) {
    const form = formAt(index);
    const governor = formAt(head[index] ?? -1);
    const word = { upos: upos[index] ?? '', deprel: deprel[index] ?? '', governor };
    const group = classOf(word);
    const entries = words.get(group) ?? new Map<string, Entry>();
    words.set(group, entries);
    const entry = entries.get(form) ?? { form, word, lemmas: new Map<string, number>() };
    entries.set(form, entry);
    const own = lemma[index] ?? form;
    entry.lemmas.set(own, (entry.lemmas.get(own) ?? 0) + 1);
  }
}

/** The shortest endings that say what longer ones do. */
function learnEndings(entries: readonly Entry[]): Map<string, Edit> {
  const votes = new Map<string, Map<Edit, number>>(); // by ending
  for (const { form, lemmas } of entries) {
    for (const ending of endingsOf(form)) {
      const own = votes.get(ending) ?? new Map<Edit, number>();
      votes.set(ending, own);
      for (const [lemma, times] of lemmas) {
        const edit = editOf(form, lemma);
        if (edit.length - 2 <= MOST_ADDED) add(own, edit, Math.log2(1 + times));
      }
    }
  }
  const learned = new Map<string, Edit>();
  // The shorter ending first: a longer one is compared with what holds without it.
  for (const ending of [...votes.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const own = votes.get(ending) ?? new Map<Edit, number>();
    const inherited = inheritedEdit(learned, ending);
    if (own.size === 0) continue;
    const best = most(own);
    if (inherited === undefined || (own.get(best) ?? 0) - (own.get(inherited) ?? 0) >= LEAST_GAIN) {
      if (best !== inherited) learned.set(ending, best);
    }
  }
  return learned;
}

function inheritedEdit(learned: ReadonlyMap<string, Edit>, ending: string): Edit | undefined {
  const shape = ending.slice(0, 1);
  for (let from = 2; from <= ending.length; from += 1) {
    const edit = learned.get(shape + ending.slice(from));
    if (edit !== undefined) return edit;
  }
  return undefined;
}

/** Forms whose lemma the endings get wrong. */
function learnForms(entries: readonly Entry[], group: string, learned: ReadonlyMap<string, Edit>): Map<string, Edit> {
  const table = { forms: new Map(), endings: new Map([[group, learned]]) };
  const byForm = new Map<string, { right: number; readonly edits: Map<Edit, number> }>();
  for (const { form, word, lemmas } of entries) {
    const key = foldForm(form);
    const known = byForm.get(key) ?? { right: 0, edits: new Map<Edit, number>() };
    byForm.set(key, known);
    const guess = lemmatise(table, form, word, isWord);
    for (const [lemma, times] of lemmas) {
      if (lemma === guess) known.right += times;
      add(known.edits, editOf(form, lemma), times);
    }
  }
  const kept = new Map<string, Edit>();
  for (const [key, { right, edits }] of byForm) {
    const best = most(edits);
    if ((edits.get(best) ?? 0) > right) kept.set(key, best);
  }
  return kept;
}

function add(counts: Map<string, number>, key: string, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

/** The key with the highest count, the first by spelling on a tie. */
function most(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

function sorted(table: ReadonlyMap<string, Edit>): Record<string, Edit> {
  return Object.fromEntries([...table].sort(([a], [b]) => (a < b ? -1 : 1)));
}
