// Several threads give what one gives, in the order of the list; what fails in a thread fails its document alone.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExtractionPool } from '../../src/extract/extraction-pool.ts';
import { openExtractor } from '../../src/extract/extractor.ts';
import { extractDocument } from '../../src/extract/index.ts';
import type { Document } from '../../src/model/document.ts';
import { bareDocument } from '../../src/model/document.ts';
import type { Ontology } from '../../src/model/ontology.ts';

const ontology = JSON.parse(readFileSync(new URL('../../data/ontology.json', import.meta.url), 'utf8')) as Ontology;
const TEXTS = [
  'Ada Quill leads the Harbour Board. She met Tom Reed in Bergen on Monday.',
  'The mayor of Easthaven said that the bridge would close.',
  'Nobody came.',
  '',
];

describe('extraction on threads', () => {
  let pool: ExtractionPool;
  beforeAll(() => {
    pool = new ExtractionPool(2, ontology);
  });
  afterAll(() => pool.close());

  it('is what one thread extracts, to the byte', async () => {
    const documents = TEXTS.map((text) => bareDocument(text));
    const found = await Promise.all(documents.map((document) => pool.extract(document)));
    for (const [index, document] of documents.entries())
      expect(JSON.stringify(found[index])).toBe(JSON.stringify(await extractDocument(document, { ontology })));
  });

  it('goes on after a document that cannot be read', async () => {
    const broken = { ...bareDocument('Ada Quill came.'), text: null } as unknown as Document;
    const [bad, good] = await Promise.allSettled([pool.extract(broken), pool.extract(bareDocument('Ada Quill came.'))]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('null') } });
    expect(good.status).toBe('fulfilled');
  });
});

describe('an extractor', () => {
  it('gives a long list in its order, from as many threads as are worth their start', async () => {
    const long = '7 '.repeat(16_000); // more words than a second thread is worth, and no language: quickly done
    const documents = [long, ...TEXTS].map((text) => bareDocument(text));
    const extractor = openExtractor(documents, ontology, 2);
    for (const document of documents) expect((await extractor.next()).document.id).toBe(document.id);
    await expect(extractor.next()).rejects.toThrow(RangeError);
    await extractor.close();
  });
});
