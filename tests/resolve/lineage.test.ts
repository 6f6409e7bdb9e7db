// The stemma of the documents: copies and their direction, cited outlets, and how many witnesses are left.
import { describe, expect, it } from 'vitest';
import type { Claim, Graph } from '../../src/model/graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { saySources } from '../../src/model/say-sources.ts';
import { coveredShare, shingleHashes, winnow } from '../../src/resolve/lineage/fingerprints.ts';
import { type Marked, markText } from './mark-text.ts';
import { resolveAll } from './read-folder.ts';

const LEAD =
  '[Ada Quill|Person] leads the [Harrow Institute|Organization], which studies tides and harbours in the north.';
const BODY = `The institute opened a second station on the coast last spring and hired forty people to run it through the winter.
Its boats measure salt, wind and current twice a day, and the numbers go to every harbour master along the shore.
Critics say that the station costs too much, while fishermen praise the warnings that it sends them by radio each morning.`;
const EDITED = BODY.replace('last spring', 'last year')
  .replace('fishermen praise', 'many fishermen like')
  .replace('too much', 'far too much');
const OTHER =
  'Nobody in the town had expected that the old lighthouse would ever be sold to a museum, yet it was, on Friday.';

const report = (
  publisher: string | null,
  publishedAt: string | null,
  text: string,
  more: Partial<Marked> = {},
): Marked => ({
  text,
  document: { publisher, publishedAt, source: `${publisher ?? 'nobody'}-${text.length}.txt` },
  relations: ['Ada Quill -LEADS head-> Harrow Institute'],
  ...more,
});
const folder = (...texts: readonly Marked[]): Graph => resolveAll(texts.map(markText));
const copiesIn = ({ documents }: Graph): string[] =>
  documents.flatMap(({ document, lineage: { copyOf } }) => {
    const original = documents.find((record) => record.document.id === copyOf?.document)?.document;
    return original ? [`${document.publisher} copies ${original.publisher}`] : [];
  });
const leads = (graph: Graph): Claim => {
  const claim = graph.claims.find(({ type }) => type === 'LEADS');
  if (!claim) throw new Error('no claim');
  return claim;
};

describe('copies', () => {
  it('finds an edited copy, the younger of the older', () => {
    const graph = folder(
      report('Copy Post', '2031-05-04', `${LEAD}\n${EDITED}`),
      report('First Post', '2031-05-02', `${LEAD}\n${BODY}`),
    );
    expect(copiesIn(graph)).toEqual(['Copy Post copies First Post']);
    const share =
      graph.documents.find(({ document }) => document.publisher === 'Copy Post')?.lineage.copyOf?.share ?? 0;
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(1);
  });

  it('tells the direction by the stated source where the dates are one', () => {
    for (const [first, second] of [
      ['Alpha Post', 'Beta Post'],
      ['Beta Post', 'Alpha Post'],
    ] as const) {
      const graph = folder(
        report(first, '2031-05-02', `${LEAD}\n${BODY}`),
        report(second, '2031-05-02', `${LEAD}\n${BODY}\nAs ${first} wrote.`, { cites: [first] }),
      );
      expect(copiesIn(graph)).toEqual([`${second} copies ${first}`]);
    }
  });

  it('takes neither a short quotation nor another text for a copy', () => {
    const graph = folder(
      report('First Post', '2031-05-02', `${LEAD}\n${BODY}`),
      report(
        'Second Post',
        '2031-05-03',
        `${LEAD}\n${OTHER} ${OTHER.replaceAll('the', 'a')} It rained for days before that.`,
      ),
    );
    expect(copiesIn(graph)).toEqual([]);
  });

  it('follows copies of copies to one original each', () => {
    const graph = folder(
      report('C', '2031-05-04', `${LEAD}\n${BODY} So.`),
      report('A', '2031-05-02', `${LEAD}\n${BODY}`),
      report('B', '2031-05-03', `${LEAD}\n${BODY} Thus.`),
    );
    expect(copiesIn(graph).sort()).toEqual(['B copies A', 'C copies A']);
    expect(leads(graph)).toMatchObject({ independentSources: 1 });
    expect(leads(graph).evidence).toHaveLength(3);
  });
});

describe('cites', () => {
  it('of several articles of an outlet takes the one that shares the words of the passage, or none', () => {
    const citing = report('Evening Post', '2031-05-05', `According to Morning Wire, ${LEAD}`, {
      cites: ['Morning Wire'],
    });
    const one = folder(report('The Morning Wire', '2031-05-02', OTHER, { relations: [] }), citing);
    const two = folder(
      report('The Morning Wire', '2031-05-02', OTHER, { relations: [] }),
      report('Morning Wire', '2031-05-03', BODY, { relations: [] }),
      citing,
    );
    const citesOf = (graph: Graph) =>
      graph.documents.flatMap(({ lineage }) => lineage.cites.map(({ document, text }) => [document !== null, text]));
    expect(citesOf(one)).toEqual([[true, 'Morning Wire']]);
    const target = two.documents.find(({ lineage }) => lineage.cites.length > 0)?.lineage.cites[0]?.document;
    expect(two.documents.find(({ document }) => document.id === target)?.document.publishedAt).toBe('2031-05-03');
    const unlike = folder(
      report('The Morning Wire', '2031-05-02', 'Prices fell.', { relations: [] }),
      report('Morning Wire', '2031-05-03', 'Prices rose.', { relations: [] }),
      citing,
    );
    expect(citesOf(unlike)).toEqual([[false, 'Morning Wire']]);
  });

  it('finds publishers of the folder beside a word of reporting, and only there', () => {
    const told = (text: string) =>
      folder(report('Kettle Gazette', '2031-05-02', OTHER, { relations: [] }), {
        text,
        document: { publisher: 'Evening Post', publishedAt: '2031-05-04' },
      }).documents.flatMap(({ lineage }) => lineage.cites.map(({ text: outlet }) => outlet));
    expect(told('Rents rose by a tenth, two officials told the Kettle Gazette on Monday.')).toEqual(['Kettle Gazette']);
    expect(told('Rents rose, the Kettle Gazette reported.')).toEqual(['Kettle Gazette']);
    expect(told('The staff of the Kettle Gazette went on strike.')).toEqual([]);
  });
});

describe('independent sources', () => {
  const own = (publisher: string, words: string, cites: readonly string[] = []) =>
    report(publisher, '2031-05-02', `[Ada Quill|Person] ${words} the [Harrow Institute|Organization].`, { cites });

  it('counts outlets that say it in their own words', () => {
    const graph = folder(own('A', 'leads'), own('B', 'has long been the head of'));
    expect(leads(graph)).toMatchObject({ independentSources: 2, confidence: 0.99 });
  });

  it('counts one publisher, one cited outlet and one reprinted sentence once, and says why', () => {
    const sentence = 'stood up at noon and said that she now heads, for five long years,';
    const cases: readonly (readonly [readonly Marked[], RegExp])[] = [
      [
        [own('A', 'leads'), own('A', 'is still the head of')],
        /^2 files, 1 independent: A \(.*\) and A \(.*\) are both of A$/,
      ],
      [
        [
          own('A', 'heads, Morning Wire says,', ['Morning Wire']),
          own('B', '(per Morning Wire) leads', ['Morning Wire']),
        ],
        /both name Morning Wire/,
      ],
      [[own('Morning Wire', 'leads'), own('B', '(per Morning Wire) leads', ['Morning Wire'])], /names Morning Wire/],
      [
        [own('A', sentence), own('B', sentence.replace('noon', 'dawn'))],
        /^2 files, 1 independent: [AB] \(.*\) repeats the sentence of [AB] \(.*\), paragraph 1$/,
      ],
    ];
    for (const [texts, reason] of cases) {
      const graph = folder(...texts);
      expect(leads(graph)).toMatchObject({ independentSources: 1, confidence: 0.9 });
      expect(saySources(viewGraph(graph), leads(graph))).toMatch(reason);
    }
  });

  it('counts two documents of unknown publishers as two', () => {
    const graph = folder(
      report(null, null, '[Ada Quill|Person] leads the [Harrow Institute|Organization].'),
      report(null, null, 'The [Harrow Institute|Organization] is led by [Ada Quill|Person].'),
    );
    expect(leads(graph).independentSources).toBe(2);
    expect(saySources(viewGraph(graph), leads(graph))).toBe('2 files, 2 independent');
  });
});

describe('fingerprints', () => {
  it('always find a passage of nine words that two texts share', () => {
    const passage = 'the boats measure salt wind and current twice daily';
    const [one, two] = [`${OTHER} ${passage} ${BODY}`, `So it goes when ${passage} in all weathers`].map((text) =>
      winnow(shingleHashes(text)),
    );
    expect([...(one ?? [])].some((hash) => two?.includes(hash))).toBe(true);
  });

  it('measure how much of a text another holds', () => {
    const set = new Set(shingleHashes(`${BODY} ${OTHER}`));
    expect(coveredShare(shingleHashes(BODY), set)).toBe(1);
    expect(coveredShare(shingleHashes('a few words that stand nowhere else at all'), set)).toBe(0);
  });
});
