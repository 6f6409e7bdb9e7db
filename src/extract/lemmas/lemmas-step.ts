// Lemmas: the dictionary form of each word, by the table in data/models and the encoder's tags and tree.

import { readFileSync } from 'node:fs';
import { changeToken, withLayers } from '../../model/extraction.ts';
import { loadTextSession } from '../../onnx/text-session.ts';
import { isOnePiece } from '../../onnx/word-piece.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import type { Step } from '../step.ts';
import { classOf, type Edit, type IsWord, type LemmaTable, lemmatise, type WordClass } from './lemmatise.ts';

type Stored = Readonly<Record<keyof LemmaTable, Readonly<Record<string, Readonly<Record<string, Edit>>>>>>;

const TABLE = readTable(new URL('../../../data/models/lemmas.json', import.meta.url));
const IRREGULAR = new Map(
  Object.entries(readLexicon<{ readonly lemmas: Readonly<Record<string, string>> }>('irregular-verbs').lemmas),
);

export const lemmasStep: Step = {
  name: 'lemmas@2',
  requires: ['tokens', 'tags', 'tree'],
  assigns: ['lemmas'],
  async run(extraction) {
    const { encodeWord } = await loadTextSession();
    const isWord = (word: string): boolean => isOnePiece(encodeWord, word);
    const forms = extraction.tokens.map(({ start, end }) => extraction.document.text.slice(start, end));
    const tokens = extraction.tokens.map((token, index) => {
      const word = { upos: token.upos, deprel: token.deprel, governor: forms[token.head] ?? '' };
      return changeToken(token, { lemma: lemmaOf(forms[index] ?? '', word, isWord) });
    });
    return withLayers(extraction, { tokens });
  },
};

/** Words of one class come again and again. */
const known = new Map<string, string>();
const MOST_KNOWN = 50_000;

function lemmaOf(form: string, word: WordClass, isWord: IsWord): string {
  const key = `${classOf(word)} ${form}`;
  const lemma = known.get(key) ?? irregularOf(form, word) ?? lemmatise(TABLE, form, word, isWord);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, lemma);
  return lemma;
}

/** No ending tells the lemma of "fled"; the table holds the forms that its treebanks have. */
function irregularOf(form: string, word: WordClass): string | undefined {
  const isKnown = TABLE.forms.get(classOf(word))?.has(form.toLowerCase()) === true;
  return word.upos === 'VERB' && !isKnown ? IRREGULAR.get(form.toLowerCase()) : undefined;
}

/** Maps, because a word may be called as something that every object has ("constructor"). */
function readTable(file: URL): LemmaTable {
  const { forms, endings } = JSON.parse(readFileSync(file, 'utf8')) as Stored;
  const toMaps = (table: Stored['forms']): LemmaTable['forms'] =>
    new Map(Object.entries(table).map(([group, edits]) => [group, new Map(Object.entries(edits))]));
  return { forms: toMaps(forms), endings: toMaps(endings) };
}
