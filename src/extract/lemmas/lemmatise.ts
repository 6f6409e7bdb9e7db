// The dictionary form of a word by its class: known forms first, then the longest known ending, each with an edit
// (Chrupała 2006). Learned from treebanks by scripts/train/lemmas.ts.

/** How to make the lemma of a form: `l` in lower case or `k` as spelt, letters to cut from its end, letters to add: "l3y". */
export type Edit = string;

/** Edits by class of word, then by key. */
export interface LemmaTable {
  /** Keys: forms in lower case with straight apostrophes. */
  readonly forms: ReadonlyMap<string, ReadonlyMap<string, Edit>>;
  /** Keys: shape of the word, then its last letters, "xies". The shape alone is the least that is known of a word. */
  readonly endings: ReadonlyMap<string, ReadonlyMap<string, Edit>>;
}

/** What the lemma of a word depends on beside its form. */
export interface WordClass {
  readonly upos: string;
  readonly deprel: string;
  /** The word that it hangs on, empty for a root. */
  readonly governor: string;
}

/** Letters of an ending at most, the mark of a whole word counted. */
export const LONGEST_ENDING = 6;
/** Longer ones are no words of a language (UTF-16 units). */
const LONGEST_WORD = 100;

/** Whether a word in lower case is one of the language, as far as is known. */
export type IsWord = (word: string) => boolean;

/** Classes whose forms have endings of their own. */
const INFLECTED = new Set(['VERB', 'NOUN', 'ADJ', 'ADV']);
/** How regular forms end; others may be lemmas themselves ("joke" is not cut as "spoke" is). */
const INFLECTION = /(?:s|ed|ing|er|est)$/i;
/** Shorter strings are in every vocabulary, words or not. */
const SHORTEST_WORD = 3;

/** Lemma of a form as spelt. */
export function lemmatise(table: LemmaTable, form: string, word: WordClass, isWord: IsWord): string {
  const group = classOf(word);
  const known = table.forms.get(group)?.get(foldForm(form));
  if (known !== undefined) return applyEdit(form, known);
  const endings = table.endings.get(group);
  if (endings === undefined || form.length > LONGEST_WORD) return form;
  const edits = endingsOf(form).flatMap((ending) => endings.get(ending) ?? []);
  const [first] = edits;
  if (first === undefined) return form;
  return INFLECTED.has(group) ? likeliest(form, edits, isWord) : applyEdit(form, first);
}

/** What the longest ending says, unless only a shorter one, or an "e" more or less, makes a word: "shouted" is no "shoute". */
function likeliest(form: string, edits: readonly Edit[], isWord: IsWord): string {
  const candidates = edits.map((edit) => applyEdit(form, edit));
  const [first = form] = candidates;
  const isCut = (candidate: string): boolean => candidate.length < form.length;
  if (!isCut(first)) return first;
  const others = [...candidates.slice(1).filter(isCut), `${first}e`, first.replace(/e$/, '')];
  if (!INFLECTION.test(form)) others.push(foldForm(form));
  const isKnown = (candidate: string): boolean => candidate.length >= SHORTEST_WORD && isWord(candidate.toLowerCase());
  return [first, ...others].find(isKnown) ?? first;
}

/** The universal tag, parted where one form has two lemmas by its place: "her" (she, her), "'s" (be, have). */
export function classOf({ upos, deprel, governor }: WordClass): string {
  if (upos === 'PRON') return deprel === 'nmod:poss' ? 'PRON:poss' : upos;
  if (upos !== 'AUX') return upos;
  return deprel === 'aux' && !/ing$/i.test(governor) ? 'AUX:aux' : upos;
}

/** Key of a form. */
export function foldForm(form: string): string {
  return form.toLowerCase().replace(/[’ʼ`´‘]/gu, "'");
}

/** Keys of the endings of a form, the longest first; `^` marks that it is the whole word. */
export function endingsOf(form: string): string[] {
  const shape = shapeOf(form);
  const folded = `^${foldForm(form)}`;
  const longest = Math.min(LONGEST_ENDING, folded.length);
  return Array.from(
    { length: longest + 1 },
    (_, cut) => `${shape}${cut === longest ? '' : folded.slice(cut - longest)}`,
  );
}

function shapeOf(form: string): string {
  if (/\d/.test(form)) return '9';
  const upper = form.match(/\p{Lu}/gu)?.length ?? 0;
  if (upper === 0) return 'x';
  if (upper === 1 && /^\p{Lu}/u.test(form)) return form.length === 1 ? 'I' : 'X';
  return /\p{Ll}/u.test(form) ? 'm' : 'A';
}

export function applyEdit(form: string, edit: Edit): string {
  const base = edit.startsWith('l') ? foldForm(form) : form;
  const cut = Number(edit[1]);
  return base.slice(0, base.length - cut) + edit.slice(2);
}

/** The edit that makes the lemma of the form. */
export function editOf(form: string, lemma: string): Edit {
  const [kept, folded] = [shared(form, lemma), shared(foldForm(form), lemma)];
  const lower = folded >= kept && (folded > kept || foldForm(form) === form);
  const same = Math.max(kept, folded, form.length - 9);
  return `${lower ? 'l' : 'k'}${form.length - same}${lemma.slice(same)}`;
}

/** Letters that two words begin with alike. */
function shared(one: string, other: string): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}
