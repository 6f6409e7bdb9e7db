// Word documents through mammoth: its HTML goes the way of all HTML.
import { unzipSync } from 'fflate';
import type { Reader } from '../model/reader.ts';
import { readHtml } from './html.ts';
import { makeDocument, oneDocument, oneFailure } from './make-document.ts';

/** Unpacked size of all parts that is believed; a file that unpacks to more is an attack. */
const MAX_BYTES = 128 * 1024 * 1024;

export const docxReader: Reader = {
  name: 'docx',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  extensions: ['.docx'],
  async read(file) {
    const html = await toHtml(file.bytes);
    if (html === null)
      return oneFailure(
        file.source,
        `read: expected a Word document in ${JSON.stringify(file.source)}, found none that opens`,
        'Open it in a word processor and save it again as .docx.',
      );
    const { fields, layout } = readHtml(html, { isPage: false });
    return oneDocument(makeDocument(file, docxReader.mediaTypes[0] ?? '', fields, layout));
  },
};

async function toHtml(bytes: Uint8Array): Promise<string | null> {
  try {
    let size = 0;
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return false;
      },
    });
    if (size > MAX_BYTES) return null;
    const { default: mammoth } = await import('mammoth'); // most folders do not need it
    const image = mammoth.images.imgElement(async () => ({ src: '' }));
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: image })).value;
  } catch {
    return null; // both throw only for what the bytes hold; the caller turns it into a failure
  }
}
