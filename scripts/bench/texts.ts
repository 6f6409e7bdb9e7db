// Texts to measure on: articles of about 500 words, made of the sample corpus in the repository.
import { fileURLToPath } from 'node:url';
import { listFiles, readListed } from '../../src/read/index.ts';

const ARTICLES = fileURLToPath(new URL('../../data/articles/', import.meta.url));
const WORDS = 500;

/** `count` texts of about 500 words: whole paragraphs of the sample corpus, each text from another one on. */
export async function makeTexts(count: number): Promise<string[]> {
  const paragraphs = (await readParagraphs()).filter((paragraph) => countWords(paragraph) > 3);
  if (paragraphs.length === 0) throw new Error(`No text in ${ARTICLES}.`);
  return Array.from({ length: count }, (_, index) => {
    const chosen: string[] = [];
    let words = 0;
    for (let place = index * 7; words < WORDS; place += 1) {
      const paragraph = paragraphs[place % paragraphs.length] ?? '';
      chosen.push(paragraph);
      words += countWords(paragraph);
    }
    return chosen.join('\n\n');
  });
}

/** Words between white space. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

async function readParagraphs(): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await listFiles([ARTICLES])) {
    const { documents } = await readListed(entry);
    for (const { text } of documents) found.push(...text.split(/\n+/));
  }
  return [...new Set(found)];
}
