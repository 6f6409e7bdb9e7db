// Reads the word lists of data/lexicon: plain JSON, each with an `about` that says where it comes from.
import { readFileSync } from 'node:fs';

/**
 * The content of data/lexicon/`name`.json.
 * @throws the file system's error where the installation is incomplete.
 */
export function readLexicon<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../data/lexicon/${name}.json`, import.meta.url), 'utf8')) as T;
}
