// Transcripts: who speaks stands before a colon, and what "I", "you" and "she" are goes by that.
import { describe, expect, it } from 'vitest';
import { sliceSpan } from '../../../src/model/span.ts';
import { extractText, sayings, sayRelation } from '../../helpers/extract-text.ts';

const INTERVIEW = `Ada Quill ran the Torva reactor. She spoke to the Harrow Courier.

Harrow Courier: When did you hear of the leak?

Quill: In March. My deputy, Boris Hale, called me at home.

It was late.

HC: Did you phone the ministry?

Quill: (laughs) Yes. I drove to Norway that night.`;

const DEBATE = `Mr Carl Munt (Torva East): I ask what the Minister is doing about the trawlers.

The Minister for Ports (Mrs Ada Quill): I met Boris Hale on Thursday.

Mr Munt: I thank the Minister.`;

async function told(text: string): Promise<string[]> {
  const extraction = await extractText(text);
  return extraction.relations.map((each) => sayRelation(extraction, each));
}

/** Chains as lists of surfaces. */
async function chainsIn(text: string): Promise<string[][]> {
  const { chains, mentions, document } = await extractText(text);
  return chains.map(({ mentionIds }) =>
    mentionIds
      .flatMap((id) => mentions.find((each) => each.id === id) ?? [])
      .map((each) => sliceSpan(document.text, each)),
  );
}

describe('turns of a transcript', () => {
  it('gives each sentence to the speaker of its line, initials and lines without a label too', async () => {
    expect(sayings(await extractText(INTERVIEW), true)).toEqual([
      ['When did you hear of the leak?', 'Harrow Courier'],
      ['In March.', 'Quill'],
      ['My deputy, Boris Hale, called me at home.', 'Quill'],
      ['It was late.', 'Quill'],
      ['Did you phone the ministry?', 'HC'],
      ['Yes.', 'Quill'],
      ['I drove to Norway that night.', 'Quill'],
    ]);
  });

  it('reads "I" as who speaks, "you" of two as the other, and asks what ends in a question', async () => {
    const chains = await chainsIn(INTERVIEW);
    expect(chains.find((chain) => chain.includes('Ada Quill'))).toEqual(
      expect.arrayContaining(['Quill', 'me', 'I', 'you']),
    );
    expect(await told(INTERVIEW)).toEqual(
      expect.arrayContaining(['Harrow Courier | ask | Did you phone the ministry?', 'I | drive to | Norway']),
    );
  });

  it('takes whom a bracket names for the speaker, and "the minister" of another for her', async () => {
    const chains = await chainsIn(DEBATE);
    const minister = chains.find((chain) => chain.includes('Ada Quill'));
    expect(minister).toEqual(expect.arrayContaining(['the Minister', 'I']));
    expect(chains.find((chain) => chain.includes('Carl Munt'))).not.toContain('the Minister');
    expect(await told(DEBATE)).toContain('I | MET_WITH | Boris Hale');
  });

  it('reads examinations, hearings and messages', async () => {
    const examined = `DEPOSITION OF CARL MUNT

BY MS. QUILL:
Q. Who hired you?
A. Boris Hale did. I met him in Norway.
MR. BERG: Objection.
Q. When was that?
A. In 1998.`;
    expect(sayings(await extractText(examined), true)).toEqual([
      ['Who hired you?', 'QUILL'],
      ['Boris Hale did.', 'CARL MUNT'],
      ['I met him in Norway.', 'CARL MUNT'],
      ['Objection.', 'BERG'],
      ['When was that?', 'QUILL'],
      ['In 1998.', 'CARL MUNT'],
    ]);
    const hearing = `Chairman Hale. Who told them?

Dr. Quill. Carl Munt did.

Chairman Hale. Thank you.`;
    expect(
      (await extractText(hearing)).quotations.filter(({ direct }) => direct).map(({ speaker }) => speaker?.text),
    ).toEqual(['Hale', 'Quill', 'Hale']);
    const chat = `[12/03/2030, 10:15] Ada Quill: Did you call?
[12/03/2030, 10:17] Carl Munt: Not yet.
[12/03/2030, 10:18] Ada Quill: I will.`;
    expect(sayings(await extractText(chat), true)).toEqual([
      ['Did you call?', 'Ada Quill'],
      ['Not yet.', 'Carl Munt'],
      ['I will.', 'Ada Quill'],
    ]);
  });

  it.each([
    'Norway: Gazprom, Lufthansa\nDenmark: Harrow Motors\nSweden: none',
    'Note: the mill is closed.\nNote: the port is open.\nAda Quill: absent',
    '3 May 2031: Ada Quill left.\n4 May 2031: Boris Hale came.',
  ])('sees none in lists: %s', async (text) => {
    expect(sayings(await extractText(text), true)).toEqual([]);
  });

  it('knows whose statement it is by a line that names him, and that he says nothing by it', async () => {
    const text = `Mr Justice Hale:

1. Ada Quill sued the council. Carl Munt gave evidence.

2. I found Ada Quill honest.`;
    const chains = await chainsIn(text);
    expect(chains).toContainEqual(expect.arrayContaining(['Hale', 'I']));
    expect(sayings(await extractText(text), true)).toEqual([]);
  });

  it('gives what a mail answers to who wrote it', async () => {
    const text = `Carl,

I met Boris Hale. He says the invoices were paid.

On 10 Oct 2030, at 18:02, Carl Munt wrote:
I have three invoices from Gazprom.`;
    expect(sayings(await extractText(text), true)).toEqual([['I have three invoices from Gazprom.', 'Carl Munt']]);
    const carl = (await chainsIn(text)).find((chain) => chain.includes('Carl Munt')) ?? [];
    expect(carl).not.toContain('He');
  });
});
