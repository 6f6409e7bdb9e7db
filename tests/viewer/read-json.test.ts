// The door of the page: what turns a line is shown, and no offset moves.
import { describe, expect, it } from 'vitest';
import { readJson } from '../../viewer/read-json.ts';

const read = (value: unknown): unknown => readJson(JSON.stringify(value));

describe('texts that come to the page', () => {
  it('lose what turns their direction, one unit for one, wherever it stands', () => {
    const controls = [0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069];
    const text = `a${String.fromCharCode(...controls)}b`;
    const clean = `a${'\ufffd'.repeat(controls.length)}b`;
    expect(read({ name: text, aliases: [[text]] })).toEqual({ name: clean, aliases: [[clean]] });
  });

  it('stay as they are else: letters from right to left, emoji, quotes and line ends', () => {
    const texts = ['مريم', '👩🏽‍🚀', '"\\"', 'a\nb\u2028', '\ud800'];
    expect(read(texts)).toEqual(texts);
  });
});
