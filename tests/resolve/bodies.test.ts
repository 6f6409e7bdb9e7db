// Bodies that no text gives a name: "Norwegian troops" in two texts are one, two Norwegian soldiers are not.
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/model/graph.ts';
import { markText } from './mark-text.ts';
import { namesOf, resolveAll } from './read-folder.ts';

/** Each phrase, marked, in a text of its own in which it meets somebody. */
const meeting = (...phrases: readonly string[]): Graph =>
  resolveAll(
    phrases.map((phrase, index) => {
      const nominal = /\[((?:[^[\]|]|\[[^\]]*\])+)\|[^|]*\/nominal\]/.exec(phrase)?.[1] ?? '';
      const surface = nominal.replace(/\[([^|]*)\|[^\]]*\]/g, '$1');
      const text = `${'Later, '.repeat(index)}${phrase} met [Ada Quill|Person].`;
      return markText({ text, relations: [`${surface} -MET_WITH met-> Ada Quill`] });
    }),
  );
const bodies = ({ entities }: Graph) => entities.filter(({ type }) => type === 'Organization' || type === 'Group');

const NORWEGIAN = '[Norwegian|Place>Norway@wikidata:Q20]';
const NORWAY = '[Norway|Place>Norway@wikidata:Q20]';
const DANISH = '[Danish|Place>Denmark@wikidata:Q35]';

describe('a body of a state that no text names', () => {
  it('is one in all texts, wherever the state stands, and says why', () => {
    const graph = meeting(
      `${NORWEGIAN} [troops|Organization/nominal]`,
      `${NORWAY}’s [troops|Organization/nominal]`,
      `${NORWEGIAN} [troops|Organization/nominal] again`,
      `${DANISH} [troops|Organization/nominal]`,
    );
    expect(bodies(graph)).toHaveLength(2);
    expect(graph.decisions.flatMap(({ reasons }) => reasons)).toContain('Both name the troops of Norway.');
  });

  it('is told by its words as the company of somebody', () => {
    const texts = ['[Boris Hale|Person] led', 'Later, [Hale|Person] left'].map((lead) =>
      markText({
        text: `${lead} ${NORWEGIAN} [troops|Organization/nominal].`,
        relations: [`${lead.includes('Boris') ? 'Boris Hale' : 'Hale'} -~ lead-> troops`],
      }),
    );
    const reasons = resolveAll(texts).decisions.flatMap((decision) => decision.reasons);
    expect(reasons).toContain('Both are named beside Norway, Norwegian troops.');
  });

  it.each([
    ['people', `[${NORWEGIAN} soldiers|Group/nominal]`],
    ['a number of it', `Two thousand [${NORWEGIAN} troops|Organization/nominal]`],
    ['a number of it, right before', `Hundreds of ${NORWEGIAN} [troops|Organization/nominal]`],
    ['what a state has many of', `A [${NORWEGIAN} company|Organization/nominal]`],
    ['troops of another word', `${NORWEGIAN} [rebel troops|Organization/nominal]`],
  ])('is not %s', (_, phrase) => {
    expect(bodies(meeting(phrase, phrase, `${NORWEGIAN} [army|Organization/nominal]`))).toHaveLength(3);
  });
});

describe('the government of somebody', () => {
  const led = (...texts: readonly string[]) =>
    bodies(
      resolveAll(texts.map((text) => markText({ text, relations: ['administration -MET_WITH met-> Boris Hale'] }))),
    ).map(({ name }) => name);
  const QUILL = 'the [Quill|Person] [administration|Organization/nominal] met [Boris Hale|Person]';

  it('is one in the texts that share its company, and is called by the name', () => {
    expect(led(`In May ${QUILL} in ${NORWAY}.`, `In June ${QUILL} in ${NORWAY}.`)).toEqual(['Quill administration']);
  });

  it('is one in one text', () => {
    const text = `In May ${QUILL}. In June the [Quill|Person] [administration|Organization/nominal] met [Carla Tarn|Person].`;
    const relations = ['administration -MET_WITH met-> Boris Hale', 'administration~2 -MET_WITH met-> Carla Tarn'];
    expect(bodies(resolveAll([markText({ text, relations })]))).toHaveLength(1);
  });

  it('is not one by the surname alone, nor that of another', () => {
    const other = QUILL.replace('Boris', 'Carla');
    const texts = [`In May ${QUILL}.`, `In June ${QUILL.replace('Quill', 'Tarn')}.`];
    expect(led(...texts)).toEqual(['Quill administration', 'Tarn administration']);
    expect(
      bodies(
        resolveAll([
          markText({ text: `In May ${QUILL}.`, relations: ['administration -MET_WITH met-> Boris Hale'] }),
          markText({ text: `In June ${other}.`, relations: ['administration -MET_WITH met-> Carla Hale'] }),
        ]),
      ),
    ).toHaveLength(2);
  });
});

describe('a council that several bodies have', () => {
  const organizations = (...texts: readonly string[]) =>
    bodies(resolveAll(texts.map((text) => markText({ text })))).map(({ name }) => name);
  const SCENE = `met in [Graz|Place], said [Ada Quill|Person] of ${NORWAY}.`;

  it('is that of a union under both names of the union', () => {
    expect(
      organizations(
        `The [U.N. Security Council|Organization] ${SCENE}`,
        `The [United Nations Security Council|Organization] later ${SCENE}`,
        `The [NATO Council|Organization] ${SCENE}`,
      ),
    ).toHaveLength(2);
  });

  it('is not one that has a word more in its name', () => {
    expect(
      organizations(
        `The [Supreme Federal Security Council of ${NORWAY}|Organization] ${SCENE}`,
        `The [Security Council|Organization] later ${SCENE}`,
      ),
    ).toHaveLength(2);
  });

  it('is the court whose name with its state holds the bare name', () => {
    const text =
      'The [Norway [Supreme Court|Organization#1]|Organization] met. The [Supreme Court|Organization#1] left.';
    expect(organizations(text)).toEqual(['Norway Supreme Court']);
  });

  it('is not meant by a direction that its name begins with', () => {
    const graph = resolveAll(
      [`The [South|Organization] ${SCENE}`, `The [South Torvan Research Council|Organization] ${SCENE}`].map((text) =>
        markText({ text }),
      ),
    );
    expect(bodies(graph)).toHaveLength(2);
    expect(graph.decisions.filter(({ verdict }) => verdict === 'unsure')).toEqual([]);
  });

  it('is not the same half of another country, without company', () => {
    expect(organizations('The [North|Organization] voted.', 'Then the [North|Organization] sang.')).toHaveLength(2);
    expect(organizations(`The [North|Organization] ${SCENE}`, `Then the [North|Organization] ${SCENE}`)).toHaveLength(
      1,
    );
  });

  it('may lose the state before its name, not its name', () => {
    expect(
      organizations(
        `The [U.S. Northern Storm Center|Organization] ${SCENE}`,
        `The [Northern Storm Center|Organization] later ${SCENE}`,
        `The [UK Northern Storm Center|Organization] ${SCENE}`,
      ),
    ).toHaveLength(2);
  });
});

it('takes the plural of a people’s or party’s members for the same name', () => {
  const graph = resolveAll(
    [
      'A [Torvan|Group] left.',
      'The [Torvans|Group] came.',
      'Some [Norlanders|Group] left.',
      'The [Swiss|Group] sang.',
    ].map((text) => markText({ text })),
  );
  expect(namesOf(graph, 'Group')).toEqual(['Norlanders', 'Swiss', 'Torvans']);
});
