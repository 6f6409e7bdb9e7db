// What speaks for a pronoun's antecedent by place, on sentences read by the pipeline.
import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../../src/extract/coreference/candidate-mentions.ts';
import { pronounFeatures } from '../../../src/extract/coreference/pronoun-features.ts';
import { mentionLabels, readMention } from '../../../src/extract/coreference/read-mention.ts';
import { readSegments } from '../../../src/extract/encoder/read-document.ts';
import { loadTextSession } from '../../../src/onnx/text-session.ts';
import { readText } from '../read-text.ts';

/** Names of the features for a pronoun and the one mention of an entity. */
async function featuresOf(text: string, pronoun: string, name: string): Promise<string[]> {
  const extraction = await readText(text);
  const { labels } = await loadTextSession();
  for await (const segment of readSegments(extraction)) {
    const read = findCandidates(extraction, segment, labels).map((candidate) => ({
      words: candidate.words.join(' '),
      mention: readMention(extraction, candidate, mentionLabels(labels)),
    }));
    const [asking, named] = [pronoun, name].map((wanted) => read.find(({ words }) => words === wanted)?.mention);
    if (!asking || !named) continue;
    const mentions = [named];
    const signs = {
      mentions,
      gender: null,
      likelyGender: null,
      called: null,
      many: false,
      living: true,
      isNamed: true,
    };
    const entity = { signs, mentions, isComing: false, chance: 1, bestLink: 1, nearer: 0, isFirst: true };
    const told: string[] = [];
    pronounFeatures(extraction, asking, entity, (feature) => told.push(feature));
    return told;
  }
  return [];
}

describe('a pronoun’s antecedent', () => {
  it('is sought in the clause above, in the sentence before and in the paragraph', async () => {
    const text = 'Ada Quill met Boris Hale.\n\nHale left because he was late.';
    expect(await featuresOf(text, 'he', 'Hale')).toEqual(
      expect.arrayContaining(['clause 0 he', 'above advcl he subject', 'subject here he', 'paragraph 0 he']),
    );
    const other = await featuresOf(text, 'he', 'Ada Quill');
    expect(other).toEqual(expect.arrayContaining(['main before he', 'paragraph 1 he']));
    expect(other).not.toContain('clause 0 he');
  });

  it('in marks is asked of the one who says them', async () => {
    expect(await featuresOf('Boris Hale came. “I am ill,” Ada Quill said.', 'I', 'Ada Quill')).toContain('speaker i');
    expect(await featuresOf('Boris Hale came. “I am ill,” Ada Quill said.', 'I', 'Boris Hale')).toContain(
      'into marks i',
    );
  });
});
