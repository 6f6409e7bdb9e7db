// What a reader of text answers to bytes that are none.
import type { ReadResult } from '../model/reader.ts';
import { oneFailure } from './make-document.ts';

/** The failure for a binary file. */
export function notText(source: string): ReadResult {
  return oneFailure(
    source,
    `read: expected text in ${JSON.stringify(source)}, found binary data`,
    'Save it as text, HTML or Markdown, or leave it out of the folder.',
  );
}
