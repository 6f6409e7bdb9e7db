// "Troops" that the text tells whose they are, by the name they have in every text.
import { describe, expect, it } from 'vitest';
import { addMentions, makeMention } from '../../../src/extract/names/make-mention.ts';
import { stateBodiesStep } from '../../../src/extract/nominals/state-bodies.ts';
import { addRelations, makeRelation } from '../../../src/extract/relations/make-relation.ts';
import { wordAt } from '../../../src/extract/words.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import { ontology, readText } from '../read-text.ts';

/** Says of the n-th of such a noun in the text that it is an agency of a name. */
function owned(extraction: Extraction, noun: string, place: number, owner: string, by: string): Extraction {
  const { text } = extraction.document;
  const head = extraction.tokens.filter(({ index }) => wordAt(extraction, index) === noun)[place]?.index ?? -1;
  const kinds = { type: 'Organization', kind: 'nominal' as const, score: 0.9, by };
  const subject = makeMention(extraction, { first: head, last: head, head, ...kinds });
  const object = extraction.mentions.find(({ start, end }) => text.slice(start, end) === owner);
  const [sentence, cue] = [extraction.sentences[extraction.tokens[head]?.sentence ?? -1], extraction.tokens[head]];
  if (!object || !sentence || !cue) throw new Error(`no ${noun} of ${owner}`);
  const grown = addMentions(extraction, [subject]);
  const seed = { subject, object, sentence, cue, predicate: noun, type: 'AGENCY_OF', score: 0.9, by };
  return addRelations(grown, makeRelation(grown, ontology, seed));
}

async function named(
  text: string,
  ...bodies: (readonly [string, number, string, string])[]
): Promise<(string | undefined)[]> {
  const read = bodies.reduce((grown, body) => owned(grown, ...body), await readText(text));
  const { mentions } = await stateBodiesStep.run(read, { ontology });
  return mentions.filter(({ by }) => by === RULE || by === HEAD).map(({ referent }) => referent?.name);
}

const [RULE, HEAD] = ['bodies@1', 'relations@1'];

describe('bodies of a state', () => {
  it('are called after whoever they are said to be an agency of', async () => {
    expect(await named('Norway sent 4,000 troops home.', ['troops', 0, 'Norway', HEAD])).toEqual(['Norwegian troops']);
    expect(await named('In Norway the police stopped him.', ['police', 0, 'Norway', RULE])).toEqual([
      'police of Norway',
    ]);
  });

  it('stay without a name where a word makes them others', async () => {
    expect(await named('Norway sent rebel troops home.', ['troops', 0, 'Norway', HEAD])).toEqual([undefined]);
    expect(await named('In Norway her forces fell.', ['forces', 0, 'Norway', HEAD])).toEqual([undefined]);
    expect(await named('Troops of Norair left Norway.', ['troops', 0, 'Norair', RULE])).toEqual([undefined]);
  });

  it('have no name by the head alone where words tell of those of another state', async () => {
    const text = 'Norwegian troops left Bergen. Denmark sent troops to the border.';
    const told = ['troops', 0, 'Norwegian', RULE] as const;
    expect(await named(text, told, ['troops', 1, 'Denmark', HEAD])).toEqual(['Norwegian troops', undefined]);
    expect(await named(text, told, ['troops', 1, 'Denmark', RULE])).toEqual(['Norwegian troops', 'Danish troops']);
  });

  it('of two states have the name of neither', async () => {
    const both = [['troops', 0, 'Norway', RULE] as const, ['troops', 0, 'Denmark', RULE] as const];
    expect(await named('Norway and Denmark sent troops.', ...both)).toEqual([undefined]);
  });
});
