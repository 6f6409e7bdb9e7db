// PDF through unpdf (pdf.js): the lines of each page joined to paragraphs again, with the page of each.
import type * as unpdf from 'unpdf';
import type { Block, Note } from '../model/document.ts';
import type { Reader } from '../model/reader.ts';
import { type Fields, makeDocument, makeNote, NO_FIELDS, oneDocument, oneFailure } from './make-document.ts';
import { markBlocks } from './plain-text.ts';
import { unwrapLines } from './unwrap-lines.ts';

export const pdfReader: Reader = {
  name: 'pdf',
  mediaTypes: ['application/pdf'],
  extensions: ['.pdf'],
  async read(file) {
    const { extractText, getMeta } = await import('unpdf'); // a megabyte that most folders do not need
    const pdf = await open(file.bytes);
    if (pdf === null)
      return oneFailure(
        file.source,
        `read: expected a PDF in ${JSON.stringify(file.source)} that opens without a password, found none`,
        'Open it in a PDF program and save it again, without a password.',
      );
    const { text: pages } = await extractText(pdf, { mergePages: false });
    const fields = toFields((await getMeta(pdf)).info);
    const { text, blocks } = layOutPages(pages);
    const notes: Note[] = [];
    if (text.trim() === '')
      notes.push(
        makeNote('warning', 'no-text-layer', 'The pages are pictures without text: run them through OCR first.'),
      );
    const marked = markBlocks(text, blocks, fields.title);
    return oneDocument(
      makeDocument(file, 'application/pdf', fields, { text, ...marked, notes: [...marked.notes, ...notes] }),
    );
  },
};

async function open(bytes: Uint8Array): Promise<Awaited<ReturnType<typeof unpdf.getDocumentProxy>> | null> {
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) return null;
  const { getDocumentProxy } = await import('unpdf');
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }); // a copy: pdf.js takes the buffer away, and refuses a Buffer
  } catch {
    return null; // pdf.js throws only for what the bytes hold; the caller turns it into a failure
  }
}

function layOutPages(pages: readonly string[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let text = '';
  for (const [index, page] of pages.entries()) {
    for (const paragraph of unwrapLines(page)) {
      if (text !== '') text += '\n\n';
      const start = text.length;
      text += paragraph;
      blocks.push({ kind: 'paragraph', level: null, page: index + 1, start, end: text.length });
    }
  }
  return { text, blocks };
}

/** Title and author as the file states them; a title that is a file name says nothing. `D:20310502…` is the date of the file. */
function toFields(info: Record<string, unknown>): Fields {
  const stated = (name: string): string | null => (typeof info[name] === 'string' ? (info[name] as string) : null);
  const title = stated('Title');
  const date = /^D:(\d{4})(\d{2})(\d{2})/.exec(stated('CreationDate') ?? '');
  return {
    ...NO_FIELDS,
    title: title === null || /\.\w{2,4}$|^untitled/i.test(title) ? null : title,
    author: stated('Author'),
    published: date === null ? null : `${date[1]}-${date[2]}-${date[3]}`,
  };
}
