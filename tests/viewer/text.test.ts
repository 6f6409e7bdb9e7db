// Marks in sentences, paragraphs of articles, names on the picture, and which line is under the pointer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bend, type Curve } from '../../viewer/curve.ts';
import { type Dot, markDots } from '../../viewer/dot-grid.ts';
import { cutQuote, marksOf, paragraphs } from '../../viewer/marks.ts';
import { drawNames, type LineWords, type NamePlace, shorten, type TextContext } from '../../viewer/names-layer.ts';

describe('a quote', () => {
  it('is cut at its marks, mentions above the cue', () => {
    const marks = marksOf({ subject: [10, 13], object: [18, 21], cue: [12, 17] });
    expect(cutQuote('Ada met Bo on Monday', 10, marks)).toEqual([
      { text: 'Ada', kind: 'subject' },
      { text: ' met', kind: 'cue' },
      { text: ' ', kind: null },
      { text: 'Bo ', kind: 'object' },
      { text: 'on Monday', kind: null },
    ]);
  });

  it('joins to itself whatever the marks', () => {
    const range = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(20),
        fc.option(range),
        fc.option(range),
        fc.option(range),
        (quote, offset, subject, object, cue) => {
          const segments = cutQuote(quote, offset, marksOf({ subject, object, cue }));
          expect(segments.map((segment) => segment.text).join('')).toBe(quote);
        },
      ),
    );
  });
});

describe('paragraphs', () => {
  it('are the blocks, and the lines between them', () => {
    const text = 'Title\n\nFirst line\nloose line\n\nLast';
    const spans = paragraphs(text, [
      { kind: 'title', start: 0, end: 5 },
      { kind: 'paragraph', start: 7, end: 17 },
    ]);
    expect(spans.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['title', 'Title'],
      ['paragraph', 'First line'],
      ['paragraph', 'loose line'],
      ['paragraph', 'Last'],
    ]);
  });

  it('lose no letter, and never overlap, whatever the blocks', () => {
    const block = fc.record({ kind: fc.constant('paragraph'), start: fc.nat(40), end: fc.nat(40) });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(block), (text, blocks) => {
        const inside = blocks.filter(({ end }) => end <= text.length);
        const spans = paragraphs(text, inside);
        const covered = spans.map(({ start, end }) => text.slice(start, end)).join('');
        expect(covered.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(spans.every(({ start }, index) => start >= (spans[index - 1]?.end ?? 0))).toBe(true);
      }),
    );
  });
});

describe('names', () => {
  it('are one short line without marks that turn the text around', () => {
    expect(shorten('a\u0000b\nc')).toBe('a b c');
    expect(shorten('n'.repeat(40))).toBe(`${'n'.repeat(33)}…`);
    expect([...shorten('\u{1F600}'.repeat(40))]).toHaveLength(34);
  });

  const style = { font: 'serif', text: '', faint: '', halo: '', disputed: '' };
  const draw = (names: readonly NamePlace[], dots: readonly Dot[] = []): string[] => {
    const painted: string[] = [];
    const context = {
      ...{ strokeText() {}, measureText: (text: string) => ({ width: text.length * 7 }) },
      fillText: (text: string) => painted.push(text),
    };
    drawNames(context as unknown as TextContext, { names, lines: [], onDot: markDots(dots) }, style, 800);
    return painted;
  };
  const name = (text: string, x: number, y: number, strong = false): NamePlace => ({ text, x, y, radius: 5, strong });

  it('give way to those before them, but the chosen one always stands', () => {
    // To the right of "left" stands the dot of "first": it goes to the other side of its own, "covers" below.
    const names = [name('first', 400, 100), name('left', 380, 102), name('covers', 398, 104), name('far', 400, 300)];
    expect(draw(names)).toEqual(['first', 'left', 'covers', 'far']);
    const crowd = [0, 1, 2, 3, 4].map((row) => name(`name ${row}`, 400, 100 + row));
    expect(draw(crowd)).toEqual(['name 0', 'name 3']);
    expect(draw([...crowd, name('chosen', 400, 101, true)])).toContain('chosen');
  });

  it('leave dots free, but for the first few', () => {
    const wall = Array.from({ length: 100 }, (_, row) => ({ x: 412, y: row * 10, radius: 6 }));
    const many = Array.from({ length: 20 }, (_, row) => name(`n ${row}`, 400, 40 + 30 * row));
    // The wall stands to the right: every name goes to the left of its dot.
    expect(draw(many, wall)).toHaveLength(20);
    const walls = [...wall, ...wall.map((dot) => ({ ...dot, x: 388 })), ...wall.map((dot) => ({ ...dot, x: 400 }))];
    expect(draw(many, walls)).toHaveLength(12);
  });

  it('are in italics where the texts describe and do not name', () => {
    const fonts: string[] = [];
    const context = {
      font: '',
      ...{ strokeText() {}, measureText: (text: string) => ({ width: text.length * 7 }) },
      fillText: (text: string) => fonts.push(`${text}: ${context.font}`),
    };
    const names = [name('Ada', 100, 100), { ...name('troops', 100, 300), described: true }];
    drawNames(context as unknown as TextContext, { names, lines: [], onDot: () => false }, style, 800);
    expect(fonts).toEqual(['Ada: 450 12.5px serif', 'troops: italic 450 12.5px serif']);
  });

  it('stand left of their dot at the edge, and nowhere where no side has room', () => {
    expect(draw([name('at the edge', 790, 100)])).toEqual(['at the edge']);
    expect(draw([{ ...name('n'.repeat(34), 60, 100), radius: 700 }])).toEqual([]);
  });
});

describe('words on lines', () => {
  const style = { font: 'serif', text: '', faint: 'grey', halo: '', disputed: 'red' };
  interface Painted {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    /** Degrees. */
    readonly angle: number;
    readonly color: string;
  }
  const write = (lines: readonly Partial<LineWords>[], dots: readonly Dot[] = []): Painted[] => {
    const painted: Painted[] = [];
    const at = { x: 0, y: 0, angle: 0 };
    const context = {
      fillStyle: '',
      ...{ save() {}, restore() {}, strokeText() {}, measureText: (text: string) => ({ width: text.length * 7 }) },
      translate: (x: number, y: number) => Object.assign(at, { x: Math.round(x), y: Math.round(y) }),
      rotate: (angle: number) => Object.assign(at, { angle: Math.round((angle * 180) / Math.PI) }),
      fillText: (text: string) => painted.push({ text, ...at, color: context.fillStyle }),
    };
    const whole = lines.map((line) => ({
      text: 'met with',
      curve: flat,
      width: 1,
      disputed: false,
      towards: 0,
      ...line,
    }));
    drawNames(context as unknown as TextContext, { names: [], lines: whole, onDot: markDots(dots) }, style, 800);
    return painted;
  };
  const flat = bend({ x: 100, y: 100 }, { x: 500, y: 100 }, 0);

  it('stand in the middle, or beside it where that is taken or covers a dot, or nowhere', () => {
    expect(write([{}, {}, {}, {}]).map(({ x, y }) => [x, y])).toEqual([
      [300, 100],
      [236, 100],
      [364, 100],
    ]);
    expect(write([{}], [{ x: 300, y: 100, radius: 5 }]).map(({ x }) => x)).toEqual([236]);
    // On a dot rather than nowhere.
    const all = [236, 300, 364].map((x) => ({ x, y: 100, radius: 5 }));
    expect(write([{}], all).map(({ x }) => x)).toEqual([300]);
    expect(write([{ curve: bend({ x: 100, y: 100 }, { x: 190, y: 100 }, 0) }])).toEqual([]);
  });

  it('follow a bent line, stand clear of a wide one, and leave room for those of the next slanting line', () => {
    expect(write([{ curve: bend(flat.from, flat.to, 0.1) }])).toMatchObject([{ x: 300, y: 140, angle: 0 }]);
    expect(write([{ width: 7 }])).toMatchObject([{ x: 300, y: 89 }]);
    const slanting = [0, 30].map((by) => ({ curve: bend({ x: 100 + by, y: 100 }, { x: 300 + by, y: 300 }, 0) }));
    expect(write(slanting)).toMatchObject([
      { x: 200, y: 200, angle: 45 },
      { x: 230, y: 200, angle: 45 },
    ]);
  });

  it('are never upside down, and an arrow leads from the one to the other', () => {
    const back = bend(flat.to, flat.from, 0);
    const told = (curve: Curve, towards: number) => write([{ curve, towards }]).map(({ text, angle }) => [text, angle]);
    expect(told(flat, 1)).toEqual([['met with →', 0]]);
    expect(told(flat, -1)).toEqual([['← met with', 0]]);
    expect(told(back, 1)).toEqual([['← met with', 0]]);
    expect(told(back, 0)).toEqual([['met with', 0]]);
    expect(write([{ disputed: true }])).toMatchObject([{ color: 'red' }]);
  });
});
