// No fact is made from inside "if", "would", "denied that" without its modality: every frame with every event.
import { describe, expect, it } from 'vitest';
import { stanceAt } from '../../../src/extract/attributes/stance.ts';
import { extractText } from '../../helpers/extract-text.ts';
import { EVENTS, FRAMES, fillFrame } from './stance-templates.ts';

describe('an event in a frame', () => {
  it.each(Object.entries(FRAMES))(
    'stands as %s, and so does every fact and relation made of it',
    async (wanted, frames) => {
      const wrong: string[] = [];
      for (const frame of frames) {
        for (const event of EVENTS) {
          const { text, verb } = fillFrame(frame, event);
          const extraction = await extractText(text);
          const token = extraction.tokens.find(({ start }) => start === verb);
          const stance = stanceAt(extraction, token?.index ?? -1);
          const holds = (span: { start: number; end: number } | null): boolean =>
            span !== null && span.start <= verb && verb < span.end;
          const made = [
            ...extraction.facts.filter(({ predicateSpan }) => holds(predicateSpan)),
            ...extraction.relations.filter(({ cue }) => holds(cue)),
          ];
          for (const { polarity, modality } of [stance, ...made])
            if (`${polarity} ${modality}` !== wanted) wrong.push(`${text} ${polarity} ${modality}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it('are many, and most of them make a fact', async () => {
    const frames = Object.values(FRAMES).flat();
    expect(frames.length).toBeGreaterThan(340);
    const made = await Promise.all(
      frames.map(async (frame) => {
        const { text, verb } = fillFrame(frame, EVENTS[0] as (typeof EVENTS)[number]);
        const { facts } = await extractText(text);
        return facts.some(({ predicateSpan: { start, end } }) => start <= verb && verb < end);
      }),
    );
    expect(made.filter(Boolean).length).toBeGreaterThan(0.9 * frames.length);
  }, 120_000);
});
