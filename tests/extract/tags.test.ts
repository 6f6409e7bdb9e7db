// Tags of the encoder with the lemmas that follow from them, and the list of steps.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkOrder, extractDocument, STEPS } from '../../src/extract/extract-document.ts';
import type { Step } from '../../src/extract/step.ts';
import { EXTRACTOR_VERSION } from '../../src/extract/this-extractor.ts';
import { bareDocument } from '../../src/model/document.ts';
import type { Ontology } from '../../src/model/ontology.ts';

const ontology = JSON.parse(readFileSync(new URL('../../data/ontology.json', import.meta.url), 'utf8')) as Ontology;

async function tagsOf(text: string): Promise<string[]> {
  const { tokens } = await extractDocument(bareDocument(text), { ontology });
  return tokens.map(({ start, end, upos, lemma }) => `${text.slice(start, end)}/${upos}/${lemma}`);
}

describe('tags', () => {
  it('tags words and parts of contractions', async () => {
    expect(await tagsOf('The ferries don’t sail.')).toEqual([
      'The/DET/the',
      'ferries/NOUN/ferry',
      'do/AUX/do',
      'n’t/PART/not',
      'sail/VERB/sail',
      './PUNCT/.',
    ]);
  });

  it('tells the possessive from the verb', async () => {
    expect(await tagsOf('Orla’s boat sank.')).toContain("’s/PART/'s");
    expect(await tagsOf('It’s late.')).toContain('’s/AUX/be');
  });

  it('survives a run that no word of a language is as long as', async () => {
    const tags = await tagsOf(`The code ${'x'.repeat(50_000)} failed.`);
    expect(tags[1]).toBe('code/NOUN/code');
    expect(tags.slice(-2)).toEqual(['failed/VERB/fail', './PUNCT/.']);
  });

  it('tags signs and numbers', async () => {
    expect(await tagsOf('It cost $40,000 and 25%.')).toEqual(
      expect.arrayContaining(['$/SYM/$', '25/NUM/25', '%/SYM/%']),
    );
  });
});

describe('the list of steps', () => {
  it('is in order and named with versions', () => {
    expect(() => checkOrder(STEPS)).not.toThrow();
    expect(STEPS.every(({ name }) => /^[a-z-]+@\d+$/.test(name))).toBe(true);
    for (const { name } of STEPS) expect(EXTRACTOR_VERSION).toContain(name);
  });

  it('refuses a step before what it requires', () => {
    const early: Step = { name: 'early@1', requires: ['chains'], assigns: ['facts'], run: (extraction) => extraction };
    expect(() => checkOrder([early])).toThrow(/early@1 requires chains/);
  });
});
