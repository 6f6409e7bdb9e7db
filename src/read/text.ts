// Plain text, with or without front matter: without it the text is the decoded file and nothing else.
import type { Reader } from '../model/reader.ts';
import { decodeBytes } from './decode.ts';
import { splitFrontMatter } from './front-matter.ts';
import { makeDocument, mergeFields, oneDocument } from './make-document.ts';
import { notText } from './not-text.ts';
import { layOutText } from './plain-text.ts';

export const textReader: Reader = {
  name: 'text',
  mediaTypes: ['text/plain'],
  extensions: ['.txt', '.text'],
  read(file) {
    const decoded = decodeBytes(file.bytes);
    if (decoded === null) return notText(file.source);
    const { fields, body, notes } = splitFrontMatter(decoded.text);
    const layout = layOutText(body, fields.title);
    const merged = mergeFields(fields, layout.fields);
    return oneDocument(
      makeDocument(file, 'text/plain', merged, { ...layout, notes: [...decoded.notes, ...notes, ...layout.notes] }),
    );
  },
};
