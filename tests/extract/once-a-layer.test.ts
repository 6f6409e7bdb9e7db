// An answer is read once for a layer, and anew for a new one.
import { expect, it } from 'vitest';
import { byMentions, byTokens, onceALayer } from '../../src/extract/once-a-layer.ts';
import { bareDocument } from '../../src/model/document.ts';
import { bareExtraction, withLayers } from '../../src/model/extraction.ts';

it('reads each part once for a layer of tokens, whatever else is new, and keeps null', () => {
  const read: number[] = [];
  const ask = onceALayer(byTokens, (_, place: number) => {
    read.push(place);
    return null;
  });
  const first = bareExtraction(bareDocument('Ada Quill left.'));
  const grown = withLayers(first, { mentions: [] });
  for (const extraction of [first, first, grown]) for (const place of [0, 1]) expect(ask(extraction, place)).toBeNull();
  expect(read).toEqual([0, 1]);
  ask(withLayers(first, { tokens: [] }), 1);
  expect(read).toEqual([0, 1, 1]);
});

it('reads anew where the layer of mentions is new', () => {
  let times = 0;
  const ask = onceALayer(byMentions, () => ++times);
  const first = bareExtraction(bareDocument('Ada Quill left.'));
  expect([ask(first, 0), ask(first, 0), ask(withLayers(first, { mentions: [] }), 0)]).toEqual([1, 1, 2]);
});
