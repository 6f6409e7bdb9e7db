// Corrections of tags learned by counting (after Brill 1995): what a word with this tag is in the treebanks, by the tags beside it.
import { readFileSync } from 'node:fs';
import type { TaggedWord } from './correct-tags.ts';

/** Key of a context → the right tag. Only keys that change the tag, or undo a change of a shorter key, are listed. */
export type TagTable = ReadonlyMap<string, string>;

/** Made by scripts/train/tags.ts. */
export const TAG_TABLE: TagTable = new Map(
  Object.entries(
    (
      JSON.parse(readFileSync(new URL('../../../data/models/tag-corrections.json', import.meta.url), 'utf8')) as {
        readonly corrections: Readonly<Record<string, string>>;
      }
    ).corrections,
  ),
);

/** Contexts of a word from the most to the least special. */
export function tagContexts(words: readonly TaggedWord[], index: number): readonly string[] {
  const word = words[index];
  if (word === undefined) return [];
  const { lower, upos, form } = word;
  const before = words[index - 1]?.upos ?? '^';
  const after = words[index + 1]?.upos ?? '$';
  const capital = /^\p{Lu}/u.test(form) ? (index === 0 ? '^' : 'X') : 'x';
  const end = lower.slice(-3);
  return [
    `4${lower} ${upos} ${before} ${after}`,
    `3${lower} ${upos} ${after}`,
    `2${lower} ${upos} ${before}`,
    `1${lower} ${upos} ${capital}`,
    `6${end} ${upos} ${capital} ${before} ${after}`,
    `5${end} ${upos} ${capital}`,
    `0${upos} ${capital} ${before} ${after}`,
  ];
}

/** Tags of the words of one sentence after the table was asked for each; contexts are read from the tags before. */
export function lookUpTags(words: readonly TaggedWord[], table: TagTable = TAG_TABLE): readonly string[] {
  return words.map((word, index) => {
    for (const context of tagContexts(words, index)) {
      const tag = table.get(context);
      if (tag !== undefined) return tag;
    }
    return word.upos;
  });
}
