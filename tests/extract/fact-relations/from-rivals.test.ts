// Who opposes whom by a noun or a phrase, and what looks like it and says nothing of the kind.
import { describe, expect, it } from 'vitest';
import { extractText, sayRelation } from '../../helpers/extract-text.ts';

async function edgesOf(text: string): Promise<string[]> {
  const extraction = await extractText(text);
  return extraction.relations.map((each) => sayRelation(extraction, each));
}

describe('rivals', () => {
  it.each([
    ['Clashes between the Reform Party and the Harbour Party left ten people dead.', 'Reform Party', 'Harbour Party'],
    ['Clashes between the Reform Party and the Harbour Party left ten people dead.', 'Harbour Party', 'Reform Party'],
    ['The Reform Party and the rival Harbour Party left the house.', 'Harbour Party', 'Reform Party'],
    ['The Reform Party and the Harbour Party blamed each other.', 'Reform Party', 'Harbour Party'],
    ['Norway is mired in disputes with Denmark.', 'Norway', 'Denmark'],
    ['Norway has decided to tighten sanctions on Denmark.', 'Norway', 'Denmark'],
    ["Peter Lund denounced Maria Fenwick's plan.", 'Peter Lund', 'Maria Fenwick'],
    ["Peter Lund said Maria Fenwick's plan is unacceptable.", 'Peter Lund', 'Maria Fenwick'],
    ['Peter Lund said Denmark is responsible for the violence.', 'Peter Lund', 'Denmark'],
    ['Norway labelled the Harbour Party a terrorist organization.', 'Norway', 'Harbour Party'],
    ["Peter Lund objected to Denmark's bid.", 'Peter Lund', 'Denmark'],
    ['Peter Lund denounced Danish calls for reform.', 'Peter Lund', 'Danish'],
    ['Peter Lund was ousted in a coup led by Boris Hale.', 'Boris Hale', 'Peter Lund'],
    ['Norway jailed Peter Lund.', 'Norway', 'Peter Lund'],
    ['Norway is seeking the extradition of Peter Lund.', 'Norway', 'Peter Lund'],
    ['The firm belongs to oil tycoon and Kremlin critic Boris Hale.', 'Boris Hale', 'Kremlin'],
    ['Boris Hale, a longtime opponent of Ada Quill, was there.', 'Boris Hale', 'Ada Quill'],
    ['Norway banned the satellite network Al-Jazeera.', 'Norway', 'Al-Jazeera'],
    ['Denmark’s navy exchanged artillery fire with Norway.', 'Denmark’s navy', 'Norway'],
    ['Norway and Denmark have fought two wars.', 'Denmark', 'Norway'],
    ['The European Commission will initiate legal action against France.', 'European Commission', 'France'],
    ['Norway blamed its losses on Denmark.', 'Norway', 'Denmark'],
    ["Peter Lund's main rivals are Maria Fenwick and the poet Boris Hale.", 'Maria Fenwick', 'Peter Lund'],
  ])('"%s": %s opposes %s', async (text, subject, object) => {
    expect(await edgesOf(text)).toContain(`${subject} | OPPOSES | ${object}`);
  });

  it.each([
    'Judge Maria Fenwick sentenced Peter Lund to ten years.',
    'Boris Hale was sentenced by Judge Ada Quill to ten years.',
    'Judge Maria Fenwick jailed Peter Lund.',
    'A court in Oslo sentenced Peter Lund to ten years.',
    'A court convicted Peter Lund of fraud.',
    'Norway condemned an attack on Denmark.',
    'Talks between the Reform Party and the Harbour Party failed.',
    "Peter Lund praised Maria Fenwick's plan.",
    'Norway lifted a ban on the Harbour Party.',
    "The father of Norway's nuclear bomb, Boris Hale, spoke.",
    "Norway will not become Denmark's next target.",
    'Norway exchanged prisoners with Denmark.',
    'Norway and Denmark fought fires.',
    'Ada Quill defended the decision to overthrow Boris Hale.',
    'Norway is investigating an alleged attempt to kill Boris Hale.',
    'Ada Quill strongly condemned the London attacks.',
    'Peter Lund said Denmark is responsible for the harbour.',
    'Norway declared the Harbour Party a member.',
  ])('"%s" opposes nobody', async (text) => {
    expect((await edgesOf(text)).filter((each) => each.includes('OPPOSES'))).toEqual([]);
  });
});
