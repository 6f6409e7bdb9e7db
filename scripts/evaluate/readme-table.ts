// The table of accuracy in README.md, written from the recorded baseline so that it cannot drift from it.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Figure } from './measure.ts';

const OPEN = '<!-- accuracy: written by npm run evaluate -- --record -->';
const CLOSE = '<!-- /accuracy -->';
const HEAD = ['figure (per cent)', 'value', '95 % interval', 'measured on'];

/** Replaces what stands between the two marks. @throws Error where README.md has lost them. */
export function writeReadmeTable(readme: URL, figures: readonly Figure[]): void {
  const text = readFileSync(readme, 'utf8');
  const [start, end] = [text.indexOf(OPEN), text.indexOf(CLOSE)];
  if (start < 0 || end < start) throw new Error('README.md has lost the marks around its table of accuracy.');
  writeFileSync(readme, `${text.slice(0, start + OPEN.length)}\n\n${toTable(figures)}\n${text.slice(end)}`);
}

/** Markdown with columns of one width, as the formatter wants it. */
export function toTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, low, high, items }) => [
    name,
    value.toFixed(1),
    `${low.toFixed(1)}–${high.toFixed(1)}`,
    items,
  ]);
  const widths = HEAD.map((title, column) => Math.max(...[HEAD, ...rows].map((row) => (row[column] ?? title).length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  return line(HEAD) + line(widths.map((width) => '-'.repeat(width))) + rows.map(line).join('');
}
