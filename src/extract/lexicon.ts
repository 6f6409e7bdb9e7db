// Word lists of the rules: data/lexicon/NAME.json, read once a process.
import { readFileSync } from 'node:fs';

/** The parsed `data/lexicon/NAME.json`. Throws what the file system throws: a missing list is a broken installation. */
export function readLexicon<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(new URL(`../../data/lexicon/${name}.json`, import.meta.url), 'utf8')) as Shape;
}
