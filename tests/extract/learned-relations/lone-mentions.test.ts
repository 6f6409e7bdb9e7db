// Bodies of a state that neither names nor rules nor the encoder list, as ends of relations.
import { describe, expect, it } from 'vitest';
import { readSegments } from '../../../src/extract/encoder/read-document.ts';
import { loneMentions } from '../../../src/extract/learned-relations/lone-mentions.ts';
import { loadTextSession } from '../../../src/onnx/text-session.ts';
import { readText } from '../read-text.ts';

async function bodiesOf(text: string): Promise<string[]> {
  const read = await readText(text);
  const { labels } = await loadTextSession();
  const bodies: string[] = [];
  for await (const segment of readSegments(read))
    for (const { kind, start, end } of loneMentions(read, segment, labels, 'test'))
      if (kind === 'nominal') bodies.push(text.slice(start, end));
  return bodies;
}

describe('a body of a state without a mention', () => {
  it.each([
    ['Elsewhere, the police chief of Oslo, Carl Munt, was shot.', 'police'],
    ['Norland’s finance ministry closed two border crossings.', 'finance ministry'],
    ['They elected army general Carl Munt as president.', 'army'],
    ['A new 40-seat parliament will meet in Oslo.', 'parliament'],
  ])('is listed: %s', async (text, body) => {
    expect(await bodiesOf(text)).toContain(body);
  });

  it('is not listed where it tells what a thing is', async () => {
    expect(await bodiesOf('They met at the parliament building in Oslo.')).toEqual([]);
  });

  it.each([
    'Soldiers captured nine men, including local commander Boris Hale.',
    'They named senior Norwegian security officials.',
    'She became a Chicago municipal court judge.',
    'Boris Hale, a harsh critic of Ada Quill, has spoken.',
  ])('is no person: %s', async (text) => {
    expect(await bodiesOf(text)).toEqual([]);
  });
});
