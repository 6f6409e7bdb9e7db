// What a mention shows by itself, on a text read by the pipeline.
import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../../src/extract/coreference/candidate-mentions.ts';
import {
  findComing,
  mentionLabels,
  type ReadMention,
  readMention,
} from '../../../src/extract/coreference/read-mention.ts';
import { readSegments } from '../../../src/extract/encoder/read-document.ts';
import { loadTextSession } from '../../../src/onnx/text-session.ts';
import { readText } from '../read-text.ts';

async function readMentions(text: string): Promise<Map<string, ReadMention>> {
  const extraction = await readText(text);
  const { labels } = await loadTextSession();
  const found = new Map<string, ReadMention>();
  for await (const segment of readSegments(extraction))
    for (const candidate of findCandidates(extraction, segment, labels))
      found.set(candidate.words.join(' '), readMention(extraction, candidate, mentionLabels(labels)));
  return found;
}

describe('mentions', () => {
  it('show how they refer, how many they are and where they stand', async () => {
    const found = await readMentions('The ministers thanked their spokeswoman. She had sold it to a firm.');
    expect(found.get('The ministers')).toMatchObject({ manner: 'the', many: true, role: 'subject' });
    expect(found.get('their')).toMatchObject({ manner: 'they', many: true, role: 'owner' });
    expect(found.get('She')).toMatchObject({ manner: 'he', gender: 'she', many: false, living: true });
    expect(found.get('it')).toMatchObject({ manner: 'it', living: false, role: 'object' });
    expect(found.get('a firm')).toMatchObject({ manner: 'a', many: false });
  });

  it('that come may name who is meant before them, as subject or as its owner', async () => {
    const text = 'Although she rarely spoke, Ada Quill’s voice carried.';
    const extraction = await readText(text);
    const mentions = [...(await readMentions(text)).values()];
    const she = mentions.findIndex(({ manner }) => manner === 'he');
    const quill = mentions.findIndex(({ manner }) => manner === 'name');
    expect(she).toBeGreaterThanOrEqual(0);
    expect(quill).toBeGreaterThan(she);
    expect(findComing(extraction, mentions, she)).toBe(quill);
  });
});
