// Open facts as a person would list them, their lines, and what they say about being so.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFactLine } from '../../../src/extract/facts/to-fact-line.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import { extractText } from '../../helpers/extract-text.ts';

const lines = (extraction: Extraction) =>
  extraction.facts.map((fact) => {
    const { subject, predicate, object, more } = toFactLine(extraction, fact);
    return [subject, predicate, object, ...more].join(' ; ');
  });

describe('facts', () => {
  it.each<[string, string, string[]]>([
    ['object', 'Ada Quill met Boris Hale.', ['Ada Quill ; met ; Boris Hale']],
    ['negation', 'Ada Quill has not met Boris Hale.', ['Ada Quill ; has not met ; Boris Hale']],
    [
      'copula',
      'Ada Quill is the president of Norland.',
      ['Ada Quill ; is ; the president of Norland', 'Ada Quill ; is the president of ; Norland'],
    ],
    ['preposition', 'Ada Quill traveled to Norland.', ['Ada Quill ; traveled to ; Norland']],
    ['passive', 'The house was sold by Ada Quill.', ['The house ; was sold by ; Ada Quill']],
    [
      'conjuncts',
      'Ada Quill bought the farm, the mill and the boat.',
      ['Ada Quill ; bought ; the farm', 'Ada Quill ; bought ; the mill', 'Ada Quill ; bought ; the boat'],
    ],
    [
      'shared subject',
      'Ada Quill and Boris Hale left Torva and went home.',
      ['Ada Quill ; left ; Torva', 'Boris Hale ; left ; Torva', 'Ada Quill ; went ; home', 'Boris Hale ; went ; home'],
    ],
    ['chain', 'Norland plans to withdraw troops.', ['Norland ; plans to withdraw ; troops']],
    [
      'is to',
      'Ada Quill is to meet Boris Hale in Torva.',
      ['Ada Quill ; is to meet ; Boris Hale ; in Torva', 'Ada Quill ; is to meet Boris Hale in ; Torva'],
    ],
    ['particle', 'Norland pulled back some troops.', ['Norland ; pulled back ; some troops']],
    ['adjective', 'The officials remain calm.', ['The officials ; remain ; calm']],
    [
      'adjective and phrase',
      'The town is famous for its mills.',
      ['The town ; is famous for ; its mills', 'The town ;  ; mills'],
    ],
    ['place', 'The town is in Norland.', ['The town ; is in ; Norland']],
    ['light noun', 'The talks took place in Torva.', ['The talks ; took place in ; Torva']],
    [
      'existence',
      'There are two villages near the river.',
      ['There ; are ; two villages ; near the river', 'There ; are two villages near ; the river'],
    ],
    ['recipient', 'Ada Quill gave Boris Hale the book.', ['Ada Quill ; gave Boris Hale ; the book']],
    ['result', 'They consider him a hero.', ['They ; consider ; him ; a hero']],
    [
      'plan of a noun',
      'On Monday, Norland announced the decision to close its port.',
      [
        'Norland ; announced ; the decision to close its port ; On Monday',
        'Norland ; close ; its port',
        'Norland ;  ; port',
      ],
    ],
    [
      'speech',
      'Ada Quill said that Boris Hale left the town.',
      ['Ada Quill ; said ; Boris Hale left the town', 'Boris Hale ; left ; the town'],
    ],
    [
      'relative clause',
      'Ada Quill, who built the house in 1952, sold the mill.',
      [
        'Ada Quill ; built ; the house ; in 1952',
        'Ada Quill ; built the house in ; 1952',
        'Ada Quill ; sold ; the mill',
      ],
    ],
    [
      'participle',
      'The bridge collapsed, killing three people.',
      ['The bridge ; collapsed ; ', 'The bridge ; killing ; three people'],
    ],
    [
      'circumstance',
      'Ada Quill left the town when the bridge collapsed.',
      ['Ada Quill ; left ; the town ; when the bridge collapsed', 'the bridge ; collapsed ; '],
    ],
    [
      'gerund behind a preposition',
      'The engine works by burning coal.',
      ['The engine ; works by ; burning coal', 'The engine ; burning ; coal'],
    ],
    [
      'apposition',
      'Ada Quill, a poet from Norland, left the town.',
      ['Ada Quill ; left ; the town', 'Ada Quill ;  ; a poet from Norland'],
    ],
    [
      'title',
      'They met Prime Minister Ada Quill.',
      ['They ; met ; Prime Minister Ada Quill', 'Ada Quill ;  ; Prime Minister'],
    ],
    [
      'place inside a place',
      'Ada Quill lives in Paris, France.',
      ['Ada Quill ; lives in ; Paris, France', 'Paris ;  ; France'],
    ],
    [
      'who, of the complement of a copula',
      'Her parents are farmers who fled from Norland.',
      ['Her parents ; are ; farmers', 'Her parents ; fled from ; Norland'],
    ],
    [
      'copula that the parser took for an apposition',
      'Ada Quill is a Norlandish poet.',
      ['Ada Quill ; is ; a Norlandish poet'],
    ],
    [
      'examples, each one of them',
      'The channel belongs to networks such as Harrow TV, Radio Lund and Torva One.',
      [
        'The channel ; belongs to ; networks',
        'The channel ; belongs to ; Harrow TV',
        'The channel ; belongs to ; Radio Lund',
        'The channel ; belongs to ; Torva One',
        'Harrow TV ;  ; networks',
        'Radio Lund ;  ; networks',
        'Torva One ;  ; networks',
      ],
    ],
    [
      'name behind what it stands for',
      'Her elder brother Boris began taking lessons.',
      ['Her elder brother Boris ; began taking ; lessons', 'Boris ;  ; Her elder brother'],
    ],
    [
      'name behind what it stands for, in a phrase',
      'The town lies on the coast of the island Ona.',
      [
        'The town ; lies on ; the coast of the island Ona',
        'The town ; lies on the coast of ; the island Ona',
        'Ona ;  ; the island',
      ],
    ],
    [
      'participle that opens the sentence',
      'Known for her songs, she is also a painter.',
      ['she ; Known for ; her songs', 'she ; is ; a painter'],
    ],
    [
      'subject that the parser hung on the clause before',
      'Boris Hale has not replied, but lawmaker Ada Quill from Torva said in a blog that Hale left the town.',
      [
        'Boris Hale ; has not replied ; ',
        'lawmaker Ada Quill from Torva ; said ; Hale left the town ; in a blog',
        'Hale ; left ; the town',
        'Ada Quill from Torva ;  ; lawmaker',
      ],
    ],
    [
      'subject that the parser took for an object',
      'The meeting took place in June, a day after the ruling Harrow party had elected new leaders.',
      ['The meeting ; took place in ; June', 'Harrow party ; had elected ; new leaders', 'June ;  ; a day'],
    ],
    [
      'second verb beside a copula',
      'The town is on the northern coast of the island Ona and includes two harbours.',
      [
        'The town ; is on ; the northern coast of the island Ona',
        'The town ; includes ; two harbours',
        'Ona ;  ; the island',
      ],
    ],
    ['brackets', 'Ada Quill (a poet) left the town.', ['Ada Quill ; left ; the town', 'Ada Quill ;  ; a poet']],
    [
      'one who is called upon',
      'Ada Quill called on Boris Hale to leave the town.',
      ['Ada Quill ; called on ; Boris Hale', 'Boris Hale ; leave ; the town'],
    ],
    [
      'one who is ordered',
      'Norland ordered the ministry to close the bridge.',
      ['Norland ; ordered ; the ministry ; to close the bridge', 'the ministry ; close ; the bridge'],
    ],
    [
      'dateline',
      'TORVA (Harrow News) - Officials said on Monday that Norland closed the bridge.',
      [
        'TORVA ;  ; Harrow News',
        'Officials ; said ; Norland closed the bridge ; on Monday',
        'Norland ; closed ; the bridge',
      ],
    ],
    ['infinitive for it', 'It is necessary to climb walls.', ['It ; is necessary to climb ; walls']],
  ])('lists %s: %s', async (_, text, expected) => {
    expect(lines(await extractText(text))).toEqual(expected);
  });

  it('lists what is denied of its own subject, though the parser gave that to the denying', async () => {
    const found = lines(await extractText('Ada Quill denied the government had put pressure on the judges.'));
    expect(found).toContain('the government ; had put pressure on ; the judges');
  });

  it('lists whoever is called upon as who is to do it, wherever the parser hangs the preposition', async () => {
    const found = await extractText(
      'Harbour Party spokesman Boris Hale called on Norway to release Ada Quill, whom Sweden considers a prisoner.',
    );
    const released = lines(found).find((line) => line.includes('release'));
    expect(released).toMatch(/^Norway ;.* release ; Ada Quill$/);
  });

  it('prints exactly the keys of the format, in their order', async () => {
    const extraction = await extractText('Rain fell.\nAda Quill met Boris Hale in Torva.');
    const fact = extraction.facts.find(({ more }) => more.length > 0);
    expect(fact).toBeDefined();
    if (!fact) return;
    const line = toFactLine(extraction, fact);
    expect(Object.keys(line)).toEqual([
      'source',
      'sentence',
      'subject',
      'predicate',
      'object',
      'more',
      'polarity',
      'modality',
      'score',
    ]);
    expect(line).toMatchObject({
      source: 'text.txt',
      sentence: [11, 45],
      object: 'Boris Hale',
      more: ['in Torva'],
      polarity: 'positive',
      modality: 'actual',
    });
  });
});

describe('facts of fresh texts', () => {
  it.each<[string, string, string[]]>([
    [
      'a denied copula',
      '"We are not ready," Ada Quill said.',
      ['We ; are not ; ready', 'Ada Quill ; said ; We are not ready'],
    ],
    [
      'a verb beside a copula',
      'Ada Quill was ill and left the town.',
      ['Ada Quill ; was ; ill', 'Ada Quill ; left ; the town'],
    ],
    ['somebody who is believed', 'Ada Quill did not believe her.', ['Ada Quill ; did not believe ; her']],
    ['a word with hyphens', 'The 22-year-old left the town.', ['The 22-year-old ; left ; the town']],
    [
      'who is told',
      'Its minister, Boris Hale, told parliament that prices fell.',
      [
        'Its minister, Boris Hale ; told ; prices fell ; parliament',
        'prices ; fell ; ',
        'Boris Hale ;  ; Its minister',
      ],
    ],
    [
      'a pronoun that the parser took for an adverb',
      'An audit found that neither had left the town.',
      ['An audit ; found ; neither had left the town', 'neither ; had left ; the town'],
    ],
    [
      'the plan of whoever is named behind it',
      'Norland rejected a threat by Sudland to close the port.',
      [
        'Norland ; rejected ; a threat ; by Sudland to close the port',
        'Norland ; rejected a threat by ; Sudland',
        'Sudland ; close ; the port',
      ],
    ],
    [
      'two subjects before and behind the saying',
      'The bus company, which employs 900 drivers, said it had begun the work.',
      [
        'The bus company ; employs ; 900 drivers',
        'The bus company ; said ; it had begun the work',
        'it ; had begun ; the work',
      ],
    ],
    [
      'the day of the saying',
      'Hale Air said on Tuesday it had cancelled an order.',
      ['Hale Air ; said ; it had cancelled an order ; on Tuesday', 'it ; had cancelled ; an order'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(lines(await extractText(text))).toEqual(expected);
  });

  it('takes no place of a dateline for who acts', async () => {
    const found = await extractText('LONDON (Wire) - Norland’s Hale Bank reported a rise in profit on Wednesday.');
    const subjects = found.facts.map((fact) => toFactLine(found, fact).subject);
    expect(subjects).toContain('Norland’s Hale Bank');
    expect(subjects).not.toContain('LONDON');
  });
});

describe('no fact without its stance', () => {
  const subjects = ['Ada Quill', 'The ministry', 'Norland', 'Harrow Bank'];
  const verbs = [
    { past: 'left', base: 'leave', done: 'left', ing: 'leaving' },
    { past: 'closed', base: 'close', done: 'closed', ing: 'closing' },
    { past: 'attacked', base: 'attack', done: 'attacked', ing: 'attacking' },
    { past: 'sold', base: 'sell', done: 'sold', ing: 'selling' },
  ];
  type Verb = (typeof verbs)[number];
  const objects = ['the town', 'the old bridge', 'Veldia', 'two ships'];
  const open = (_: string, modality: string) => modality !== 'actual';
  const denied = (polarity: string) => polarity === 'negative';
  const templates: [
    string,
    (subject: string, verb: Verb, object: string) => string,
    (polarity: string, modality: string) => boolean,
  ][] = [
    ['if', (s, v, o) => `If ${s} ${v.past} ${o}, Boris Hale would weep.`, open],
    ['unless', (s, v, o) => `Boris Hale will weep unless ${s} ${v.past} ${o}.`, open],
    ['denied that', (s, v, o) => `Boris Hale denied that ${s} ${v.past} ${o}.`, denied],
    ['whether', (s, v, o) => `Boris Hale asked whether ${s} ${v.past} ${o}.`, open],
    ['would have', (s, v, o) => `${s} would have ${v.done} ${o}.`, open],
    ['might', (s, v, o) => `${s} might ${v.base} ${o}.`, open],
    ['threatened to', (s, v, o) => `${s} threatened to ${v.base} ${o}.`, open],
    ['is expected to', (s, v, o) => `${s} is expected to ${v.base} ${o}.`, open],
    ['called on X to', (s, v, o) => `Boris Hale called on ${s} to ${v.base} ${o}.`, open],
    ['unconfirmed reports', (s, v, o) => `According to unconfirmed reports, ${s} ${v.past} ${o}.`, open],
    ['it is claimed', (s, v, o) => `${s} ${v.past} ${o}, it is claimed.`, open],
    ['refused to', (s, v, o) => `${s} refused to ${v.base} ${o}.`, denied],
    ['failed to', (s, v, o) => `${s} failed to ${v.base} ${o}.`, denied],
    ['ruled out', (s, v, o) => `${s} ruled out ${v.ing} ${o}.`, denied],
    ['the claim is false', (s, v, o) => `The claim that ${s} ${v.past} ${o} is false.`, denied],
  ];
  it.each(templates)('%s', async (_, sentence, holds) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...subjects),
        fc.constantFrom(...verbs),
        fc.constantFrom(...objects),
        async (subject, verb, object) => {
          const text = sentence(subject, verb, object);
          const { facts } = await extractText(text);
          const forms = new Set(Object.values(verb));
          const inner = facts.filter(({ predicate }) => predicate.split(' ').some((word) => forms.has(word)));
          for (const { polarity, modality } of inner)
            expect(`${text} ${polarity} ${modality} ${holds(polarity, modality)}`).toMatch(/ true$/);
          expect(inner.length, text).toBeGreaterThan(0);
        },
      ),
      { numRuns: 20, seed: 7 },
    );
  });

  it.each<[string, string, string, string]>([
    ['Norland will close the bridge.', 'close', 'positive', 'planned'],
    ['Norland would close the bridge.', 'close', 'positive', 'conditional'],
    ['Norland may close the bridge.', 'close', 'positive', 'possible'],
    ['Norland must close the bridge.', 'close', 'positive', 'demanded'],
    ['Norland refused to close the bridge.', 'close', 'negative', 'actual'],
    ['Norland did not close the bridge.', 'close', 'negative', 'actual'],
    ['Norland no longer owns the bridge.', 'owns', 'negative', 'actual'],
    ['Norland reportedly closed the bridge.', 'closed', 'positive', 'possible'],
    ['Norland said it would close the bridge.', 'close', 'positive', 'planned'],
    ['Boris Hale urged Norland to close the bridge.', 'close', 'positive', 'demanded'],
    ['Boris Hale denied that Norland plans to close the bridge.', 'close', 'negative', 'planned'],
    ['Norland closed the bridge.', 'closed', 'positive', 'actual'],
    ['Norland wants a written promise that Veldia will never join the union.', 'join', 'negative', 'demanded'],
    ['Boris Hale cast doubt on claims that Norland closed the bridge.', 'closed', 'positive', 'possible'],
    ['Unconfirmed reports say Norland closed the bridge.', 'closed', 'positive', 'possible'],
    ['Boris Hale would not say whether Norland closed the bridge.', 'say', 'negative', 'actual'],
    ['Q: Did Norland close the bridge?', 'close', 'positive', 'possible'],
  ])('%s', async (text, verb, polarity, modality) => {
    const extraction = await extractText(text);
    const fact = extraction.facts.findLast((each) => each.predicate.includes(verb));
    expect([fact?.polarity, fact?.modality]).toEqual([polarity, modality]);
  });
});

describe('slots', () => {
  it('are copies of the sentence, whatever the words', async () => {
    const words = fc.constantFrom(
      'Ada',
      'Quill',
      'met',
      'said',
      'that',
      'to',
      'the',
      'old',
      'town',
      'and',
      ',',
      'was',
      'not',
      '“',
      '”',
      'in',
      'Norland',
      'will',
      'if',
      '12',
      'troops',
      'of',
      "'s",
      'who',
      '.',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 25 }), async (sample) => {
        const extraction = await extractText(sample.join(' '));
        for (const fact of extraction.facts) {
          const sentence = extraction.sentences[fact.sentence];
          for (const span of [fact.subject, fact.predicateSpan, ...(fact.object ? [fact.object] : []), ...fact.more]) {
            expect(span.start).toBeGreaterThanOrEqual(sentence?.start ?? 0);
            expect(span.end).toBeLessThanOrEqual(sentence?.end ?? 0);
            // What a noun phrase states has no word that predicates.
            if (span !== fact.predicateSpan) expect(span.end).toBeGreaterThan(span.start);
          }
          if (fact.predicate === '') expect(fact.object).not.toBeNull();
          expect(fact.predicate).toBe(extraction.document.text.slice(fact.predicateSpan.start, fact.predicateSpan.end));
        }
        for (const { content } of extraction.quotations) expect(content.end).toBeGreaterThan(content.start);
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});
