// Reads the word lists of data/lexicon: plain JSON, each with an `about` that says where it comes from.
import { readFileSync } from 'node:fs';

const read = new Map<string, unknown>();

/**
 * The content of data/lexicon/`name`.json.
 * Several rooms ask for one list; it is read once a thread, and nobody changes it.
 * @throws the file system's error where the installation is incomplete.
 */
export function readLexicon<T>(name: string): T {
  if (!read.has(name))
    read.set(name, JSON.parse(readFileSync(new URL(`../../../data/lexicon/${name}.json`, import.meta.url), 'utf8')));
  return read.get(name) as T;
}
