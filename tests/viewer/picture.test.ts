// The picture as SVG: every shape is there, and no name can be more than text.
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { bend } from '../../viewer/curve.ts';
import { drawNames } from '../../viewer/names-layer.ts';
import { type Drawing, escapeXml, toSvg } from '../../viewer/picture.ts';
import { HOSTILE } from '../helpers/hostile-graph.ts';

const style = {
  font: '"Liberation Sans", serif',
  text: '#000000',
  faint: '#666666',
  halo: '#ffffff',
  disputed: '#ff0000',
};

function drawingOf(names: readonly string[]): Drawing {
  return {
    width: 900,
    height: 60 * (names.length + 1),
    lines: [0, 0.1].map((share) => ({
      ...{ curve: bend({ x: 0, y: 0 }, { x: 300, y: 0 }, share), color: '#88888880', width: 2, dash: 3 },
    })),
    dots: names.map((_, row) => ({ x: 10, y: 60 * row, radius: 4, color: '#123456' })),
    paintNames: (context) => {
      const places = names.map((text, row) => ({ text, x: 10, y: 60 * row, radius: 4, strong: false }));
      const words = [
        {
          text: 'met with',
          curve: bend({ x: 300, y: 30 }, { x: 700, y: 30 }, 0),
          width: 1,
          disputed: true,
          towards: 0,
        },
      ];
      drawNames(context, { names: places, lines: words, onDot: () => false }, style, 900);
    },
  };
}

/** Elements by name and all text, as an independent parser reads them. Throws where it is not well-formed. */
function read(svg: string): { counts: Record<string, number>; texts: string[] } {
  const counts: Record<string, number> = {};
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    counts[name] = (counts[name] ?? 0) + 1;
    if (name === 'text') texts.push('');
  });
  parser.on('text', (text) => {
    if (texts.length > 0 && text.trim() !== '') texts[texts.length - 1] += text;
  });
  parser.write(svg).close();
  return { counts, texts };
}

describe('the picture', () => {
  it('holds lines, dots, names and words', () => {
    const svg = toSvg(drawingOf(['Ada Quill', 'Norland']), '#fdfcfa', (text) => text.length * 7);
    expect(read(svg)).toEqual({
      counts: { svg: 1, rect: 1, line: 1, path: 1, circle: 2, text: 3 },
      texts: ['Ada Quill', 'Norland', 'met with'],
    });
    expect(svg).toContain(
      '<path d="M0 0Q150 60 300 0" fill="none" stroke="#88888880" stroke-width="2" stroke-dasharray="3"/>',
    );
  });

  it('takes any name as text', () => {
    const names = [...HOSTILE, '</text><script>alert(1)</script>', '"/><image href="x"/>'];
    const { counts } = read(toSvg(drawingOf(names), '#ffffff', () => 10));
    expect(Object.keys(counts).sort()).toEqual(['circle', 'line', 'path', 'rect', 'svg', 'text']);
  });
});

it('keeps legal characters and replaces the others', () => {
  expect(escapeXml('a\u0000<b>&"\uD800\u{1F600}')).toBe('a\uFFFD&lt;b&gt;&amp;&quot;\uFFFD\u{1F600}');
});
