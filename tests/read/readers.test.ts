import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READERS, readBytes } from '../../src/read/index.ts';
import { anyCharacter } from '../helpers/any-character.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (source: string, text: string) => readBytes({ source, bytes: encode(text) });

describe('readers', () => {
  it('keep a text without front matter as it is, less the byte order mark', async () => {
    const { documents } = await read('a.txt', '\ufeffA headline\r\n\r\nAda Quill left Norland.\r\n');
    expect(documents[0]?.text).toBe('A headline\r\n\r\nAda Quill left Norland.\r\n');
    expect(documents[0]?.title).toBe('A headline');
  });

  it('turn front matter into fields', async () => {
    const { documents } = await read('a.txt', '---\npublisher: Norland Post\ndate: 2031-05-02\n---\nQuill left.');
    expect(documents[0]).toMatchObject({ text: 'Quill left.', publisher: 'Norland Post', publishedAt: '2031-05-02' });
  });

  it('keep fields of Markdown on lines of their own, and join prose', async () => {
    const { documents } = await read('a.md', '# Norair\n\nFounder: Ada Quill\nOwner: Boris Hale\n\nIt is\nold.');
    expect(documents[0]?.text).toContain('Founder: Ada Quill\n\nOwner: Boris Hale');
    expect(documents[0]?.text).toContain('It is old.');
  });

  it.each([
    'TORVA, Norland, May 2, 2031 (Post) -- Quill left.',
    'May 2, 2031 -- Quill left.',
    '2 May 2031 — Quill left.',
    'MINUTES\nHeld on 2 May 2031 at the Customs House\n\nQuill left.',
    'Quill charged\n\nThursday, May 2, 2031\n\nQuill left.',
    'Ada Quill, 1961–2031\n\nThe Norland Post, 2 May 2031\n\nQuill left.',
  ])('take the date of a dateline for that of the text: %s', async (text) => {
    const { documents } = await read('a.txt', text);
    expect(documents[0]).toMatchObject({ text, publishedAt: '2031-05-02' });
  });

  it('read each record of a feed, and name the line that is broken', async () => {
    const feed = '{"text":"One left.","source":"Post"}\n{broken\n\n{"body":"Two came."}\n';
    const { documents, failures } = await read('feed.jsonl', feed);
    expect(documents.map(({ source, text }) => [source, text])).toEqual([
      ['feed.jsonl/1', 'One left.'],
      ['feed.jsonl/3', 'Two came.'],
    ]);
    expect(failures.map((failure) => failure.message)).toEqual([expect.stringContaining('line 2')]);
  });

  it('read a mail: subject, sender, date in its own zone', async () => {
    const mail =
      'From: Ada Quill <ada@post.example>\r\nSubject: Talks\r\nDate: Wed, 02 May 2029 23:30:00 -0500\r\nContent-Type: text/plain\r\n\r\nHale left Norland.\r\n';
    const { documents } = await read('a.eml', mail);
    expect(documents[0]).toMatchObject({
      title: 'Talks',
      author: 'Ada Quill',
      publisher: 'post.example',
      publishedAt: '2029-05-02',
    });
    expect(documents[0]?.text.trim()).toBe('Hale left Norland.');
  });

  it('fail, and say why, for a mail without headers, a binary file and an unknown ending', async () => {
    const bad = [
      await read('a.eml', '\u0001\u0002'),
      await read('a.txt', '\u0001\u0000\u0000\u0000GIF\u0000\u0000\u0003\u0000abc\u0000\u0000\u0007'),
      await read('a.xyz', 'text'),
    ];
    expect(bad.map(({ documents, failures }) => [documents.length, failures.length])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  it('leave out the navigation of a page and take what its head says', async () => {
    const body =
      '<p>Ada Quill, the president of Norland, met Boris Hale on Monday to speak about the border.</p>'.repeat(4);
    const page = `<html><head><title>Talks</title><meta property="og:site_name" content="Norland Post"></head><body><nav><a href="/">Sports</a></nav><article><h1>Talks</h1>${body}</article></body></html>`;
    const { documents } = await read('a.html', page);
    expect(documents[0]?.publisher).toBe('Norland Post');
    expect(documents[0]?.text).toContain('Ada Quill');
    expect(documents[0]?.text).not.toContain('Sports');
  });

  it('note the banner of a page, keep it in the text, and take no sentence of the article for one', async () => {
    const banner = ['We value your privacy', 'Your privacy is important to us.', 'Accept all', 'Cookie settings'];
    const prose = [
      'We value your work, said Ada Quill.',
      'Privacy settings of Norland were changed.',
      'They accept all of it.',
    ];
    const { documents } = await read('a.txt', ['A headline', ...banner, ...prose].join('\n\n'));
    const { text = '', blocks = [], notes = [] } = documents[0] ?? {};
    const noted = blocks.filter(({ kind }) => kind === 'boilerplate').map(({ start, end }) => text.slice(start, end));
    expect(noted).toEqual(banner);
    expect(notes.filter(({ code }) => code === 'boilerplate')).toHaveLength(banner.length);
  });

  it('take any bytes: never a throw, blocks in order and inside the text', async () => {
    const extensions = READERS.flatMap((reader) => reader.extensions);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...extensions),
        fc.oneof(fc.uint8Array(), fc.string({ unit: anyCharacter }).map(encode)),
        async (extension, bytes) => {
          const { documents, failures } = await readBytes({ source: `x${extension}`, bytes });
          expect(documents.length + failures.length).toBeGreaterThan(0);
          for (const document of documents) {
            let last = 0;
            for (const block of document.blocks) {
              expect(block.start).toBeGreaterThanOrEqual(last);
              expect(block.end).toBeLessThanOrEqual(document.text.length);
              last = block.end;
            }
          }
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});
