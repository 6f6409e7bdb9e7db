// Chains: what one document calls by several names, and what it keeps apart.
import { describe, expect, it } from 'vitest';
import { foldBody, isSamePerson, isSpellingVariant } from '../../../src/extract/chains/name-forms.ts';
import { chainsOf, readText } from '../read-text.ts';

describe('name forms', () => {
  it.each([
    ['Maria Fenwick', 'Fenwick', true],
    ['Maria Fenwick', 'M. Fenwick', true],
    ['Maria Fenwick', 'Maria Fennwick', true],
    ['Maria Fenwick', 'Peter Fenwick', false],
    ['Maria Fenwick', 'Maria Lund', false],
    ['George W. Marsh', 'George H. W. Marsh', false],
    ['Peter Lund Jr.', 'Peter Lund', false],
  ])('%s and %s: %s', (left, right, same) => {
    expect(isSamePerson(left, right)).toBe(same);
    expect(isSamePerson(right, left)).toBe(same);
  });

  it('knows spellings of one surname, not its neighbours', () => {
    expect(isSpellingVariant('petrenskyy', 'petrensky')).toBe(true);
    expect(isSpellingVariant('lund', 'land')).toBe(false);
  });
});

describe('chains', () => {
  it('joins a surname, a title and a pronoun to the full name', async () => {
    const text =
      'Maria Fenwick, president of Brazil, arrived. Fenwick smiled. Later the president left. She was tired.';
    expect(chainsOf(await readText(text))).toContainEqual(['Maria Fenwick', 'Fenwick', 'the president', 'She']);
  });

  it('joins the first word of a firm to the one longer name before it', async () => {
    const told = async (text: string) => chainsOf(await readText(text)).filter((chain) => chain.length > 1);
    const deal = 'Veridian Foods opened a plant on Monday. The board praised Veridian Foods. ';
    expect(await told(`${deal}Veridian employs 900 people.`)).toContainEqual([
      'Veridian Foods',
      'Veridian Foods',
      'Veridian',
    ]);
    const rival = `${deal}Veridian Motors sued Veridian Foods. `;
    for (const chain of await told(`${rival}Veridian employs 900 people.`)) expect(chain).not.toContain('Veridian');
  });

  it('takes no known body for one of its organs', async () => {
    const chains = chainsOf(
      await readText('The U.N. Security Council met in Oslo. Later the U.N. agreed, and the U.N. paid.'),
    );
    expect(chains.find((chain) => chain.includes('U.N.'))).toEqual(['U.N.', 'U.N.']);
  });

  it('joins a family name that stands first, and no given name', async () => {
    const named = async (text: string) => chainsOf(await readText(text)).filter((chain) => chain.length > 1);
    const first = 'President Zhuo Van-li met Ada Fenwick in Oslo. ';
    expect(await named(`${first}Mr. Zhuo smiled.`)).toContainEqual(['Zhuo Van-li', 'Zhuo']);
    expect(await named(`${first}Later Ada Lund arrived. Ada smiled.`)).toEqual([]);
    expect(await named(`${first}Zhuo Tan-mo arrived. Mr. Zhuo smiled.`)).toEqual([]);
  });

  it('looks ahead from a phrase that opens the clause', async () => {
    const text = 'Officials waited. After she left the ministry, Maria Fenwick sold the harbour.';
    expect(chainsOf(await readText(text))).toContainEqual(['she', 'Maria Fenwick']);
  });

  it('keeps what happens from being a speaker', async () => {
    const read = await readText('The withdrawal, he said, was late. Maria Fenwick left. The closure said nothing.');
    expect(chainsOf(read).flat()).not.toContain('The withdrawal');
    expect(read.mentions.filter(({ kind }) => kind === 'nominal')).toEqual([]);
  });

  it('joins an acronym to the name it follows', async () => {
    const text = 'The Northern Harbour Board (NHB) met. Everyone at NHB agreed.';
    expect(chainsOf(await readText(text))).toContainEqual(['Northern Harbour Board', 'NHB', 'NHB']);
  });

  it('joins initials to the one longer name that they fit, wherever it stands', async () => {
    const named = async (text: string) => chainsOf(await readText(text)).flat();
    const board = 'Officials met at the Northern Harbour Board in Oslo. ';
    expect(await named(`${board}Later the NHB agreed.`)).toEqual(['Northern Harbour Board', 'NHB']);
    expect(await named(`${board}The National Health Bureau closed. Later the NHB agreed.`)).not.toContain('NHB');
  });

  it('spells the article of an Arabic name and the best known initials one way', () => {
    expect(foldBody('al-Nahda')).toBe(foldBody('Al Nahda'));
    expect(foldBody('U.N. Security Council')).toBe(foldBody('the United Nations Security Council'));
  });

  it('joins "the president" of a country to no president of another', async () => {
    const told = 'Syrian President Anton Lund met Norwegian President Maria Fenwick in Oslo. ';
    const chains = async (text: string) => chainsOf(await readText(text));
    expect(await chains(`${told}The Syrian president smiled.`)).toContainEqual(['Anton Lund', 'The Syrian president']);
    const other = 'Syrian President Anton Lund met Maria Fenwick in Oslo. The Norwegian president smiled.';
    expect((await chains(other)).flat()).not.toContain('The Norwegian president');
  });

  it('joins a body to the noun that says what it is', async () => {
    const text = 'The official Xinhua news agency says the port was sold. Xinhua gave no price.';
    expect(chainsOf(await readText(text))).toContainEqual(['The official Xinhua news agency', 'Xinhua', 'Xinhua']);
  });

  it('joins the names of one country', async () => {
    expect(chainsOf(await readText('The U.S. agreed. American officials in the United States waited.'))).toContainEqual(
      ['U.S.', 'American', 'United States'],
    );
  });

  it('reads "its" as the only country before it, and as none of two', async () => {
    const owners = async (text: string) => chainsOf(await readText(text)).filter((chain) => chain.includes('its'));
    expect(await owners('Norway will close its port.')).toEqual([['Norway', 'its']]);
    expect(await owners('Norway told Sweden about its port.')).toEqual([]);
    expect(await owners('Norway told Sweden and its friends.')).toEqual([['Sweden', 'its']]);
  });

  it('joins no surname that two people bear, and no pronoun that fits two', async () => {
    const chains = chainsOf(await readText('Paul Fenwick and Peter Fenwick argued. He left early.'));
    expect(chains.flat()).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['Maria Fenwick and Peter Fenwick argued. He left early.', ['Peter Fenwick', 'He']],
    ['Anna Quill met Paul Lund in Oslo.\n\nHe then flew home.', ['Paul Lund', 'He']],
    ['Carl Munt met Paul Lund in Oslo.\n\nHe then flew home.', ['Carl Munt', 'He']],
    ['Carl Munt’s sister Ada Lund stayed. She was tired.', ['Ada Lund', 'She']],
    ['Carl Munt met Paul Lund. “Paul Lund is late,” he said.', ['Carl Munt', 'he']],
    ['Carl Munt, a farmer, came late. “I am sorry,” the farmer said.', ['Carl Munt', 'the farmer']],
    ['The Harbour Ministry closed the port. “It was late,” the ministry said.', ['Harbour Ministry', 'the ministry']],
    ['A former envoy came late. “I am sorry,” he said.', ['A former envoy', 'he']],
  ])('%s', async (text, chain) => {
    expect(chainsOf(await readText(text))).toContainEqual(chain);
  });
});
