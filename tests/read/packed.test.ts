// Tables, PDF, Word documents and archives: made in the test, byte by byte.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/read/index.ts';
import { unwrapLines } from '../../src/read/unwrap-lines.ts';

/** As the disk gives it: a Buffer. */
const read = (source: string, bytes: Uint8Array) => readBytes({ source, bytes: Buffer.from(bytes) });

/** A PDF of one page with these lines, cross-reference table left out: readers rebuild it. */
function makePdf(lines: readonly string[]): Uint8Array {
  const stream = `BT /F1 12 Tf 14 TL 50 700 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Title (Talks in Norland) /Author (Ada Quill) /CreationDate (D:20310502101112Z) >>',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return strToU8(`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Info 6 0 R /Size 7 >>\n%%EOF\n`);
}

function makeDocx(paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

describe('readers of packed formats', () => {
  it('read a table: a document a row, whatever the separator', async () => {
    for (const mark of [',', ';', '\t']) {
      const table = `Headline${mark}Body${mark}Outlet${mark}Date\nTalks${mark}"Quill met Hale${mark} twice."${mark}Norland Post${mark}2031-05-02\n`;
      const { documents } = await read('feed.csv', strToU8(table));
      expect(documents).toHaveLength(1);
      expect(documents[0]).toMatchObject({
        source: 'feed.csv/1',
        title: 'Talks',
        text: `Quill met Hale${mark} twice.`,
        publisher: 'Norland Post',
        publishedAt: '2031-05-02',
      });
    }
  });

  it('say once of a table without a column for the text what columns it has', async () => {
    const { documents, failures } = await read('plain.csv', strToU8('name,age\nQuill,61\nHale,58\n'));
    expect(documents).toEqual([]);
    expect(failures).toMatchObject([{ source: 'plain.csv', message: expect.stringContaining('found name, age') }]);
  });

  it('read a PDF: lines joined to a paragraph, page, title, author and date', async () => {
    const { documents } = await read(
      'a.pdf',
      makePdf(['The president of Norland went to Ve-', 'rona on Monday to meet the mayor of the', 'city.']),
    );
    expect(documents[0]).toMatchObject({ title: 'Talks in Norland', author: 'Ada Quill', publishedAt: '2031-05-02' });
    expect(documents[0]?.text).toBe('The president of Norland went to Verona on Monday to meet the mayor of the city.');
    expect(documents[0]?.blocks[0]?.page).toBe(1);
  });

  it('leave fields that stand one under the other on lines of their own', () => {
    const long = 'A line of prose that is as wide as the page and is broken where the paper ends, not the';
    const page = `${long}\nthought.\n\nFounder: Otto Quill\nHeadquarters: Torva`;
    expect(unwrapLines(page).slice(1)).toEqual(['Founder: Otto Quill', 'Headquarters: Torva']);
  });

  it('part paragraphs of a page at short last lines and at headings', () => {
    const lines = [
      'The talks',
      'A long line of print that fills the column whole',
      'and ends here.',
      'Another long line of print that fills the column',
    ];
    expect(unwrapLines(lines.join('\n'))).toEqual([
      'The talks',
      'A long line of print that fills the column whole and ends here.',
      'Another long line of print that fills the column',
    ]);
  });

  it('read a Word document', async () => {
    const { documents } = await read('a.docx', makeDocx(['Ada Quill left Norland.', 'Boris Hale stayed.']));
    expect(documents[0]?.text).toBe('Ada Quill left Norland.\n\nBoris Hale stayed.');
  });

  it('read what is in an archive, and name what is left out', async () => {
    const archive = zipSync({
      'b/two.txt': strToU8('Two came.'),
      'a.txt': strToU8('One left.'),
      '__MACOSX/a.txt': strToU8('junk'),
      'inner.zip': zipSync({ 'c.txt': strToU8('Three.') }),
    });
    const { documents, failures } = await read('box.zip', archive);
    expect(documents.map(({ source, text }) => [source, text])).toEqual([
      ['box.zip/a.txt', 'One left.'],
      ['box.zip/b/two.txt', 'Two came.'],
    ]);
    expect(failures.map(({ source }) => source)).toEqual(['box.zip/inner.zip']);
  });

  it('say of an archive that is none what was expected, not that there is no reader', async () => {
    const { failures } = await read('torn.zip', strToU8('nonsense'));
    expect(failures).toMatchObject([
      { source: 'torn.zip', message: expect.stringContaining('expected a zip archive') },
    ]);
  });

  it('refuse an archive that unpacks to more than is believed, without unpacking it', async () => {
    // An archive says in its directory how large a file will be: at byte 24 of the entry.
    const bomb = zipSync({ 'bomb.txt': strToU8('0'.repeat(4_096)) });
    const entry = Buffer.from(bomb).indexOf('PK\u0001\u0002', 'latin1');
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(entry + 24, 65 * 1024 * 1024, true);
    const { documents, failures } = await read('bomb.zip', bomb);
    expect(documents).toEqual([]);
    expect(failures[0]?.message).toContain('more than is believed');
  });

  it('fail, and say why, where the bytes are not what the ending says', async () => {
    for (const source of ['a.pdf', 'a.docx', 'PK.zip', 'empty.csv']) {
      const { documents, failures } = await read(source, strToU8(source.startsWith('PK') ? 'PK\u0003\u0004rest' : ''));
      expect([source, documents.length, failures.length]).toEqual([source, 0, 1]);
    }
  });
});
