// What a build tells of documents that it could not read, or only in part.
import type { BuildSummary } from '../build-graph.ts';

/** Records of one file that are told one by one: a table of a hundred thousand rows has one fault, not as many. */
const MOST_OF_ONE = 3;

/** A line each, in their order; of the records of one file the first ones, then how many more there are. */
export function troubleLines({ failures, notes }: Pick<BuildSummary, 'failures' | 'notes'>): string[] {
  return [
    ...tellFew(
      'Not read:',
      failures.map(({ source, message, hint }) => ({ source, text: `${message.replace(/^read: /, '')}. ${hint}` })),
    ),
    ...tellFew(
      'Note on',
      notes.flatMap(({ source, note: { level, text } }) => (level === 'warning' ? [{ source, text }] : [])),
    ),
  ];
}

function tellFew(label: string, troubles: readonly { readonly source: string; readonly text: string }[]): string[] {
  const byFile = new Map<string, string[]>();
  for (const { source, text } of troubles) {
    const lines = byFile.get(fileOf(source)) ?? [];
    lines.push(`${label} ${source}: ${text}`);
    byFile.set(fileOf(source), lines);
  }
  return [...byFile].flatMap(([file, lines]) => {
    const left = lines.length - MOST_OF_ONE;
    return left > 0 ? [...lines.slice(0, MOST_OF_ONE), `${label} ${left} more in ${file}.`] : lines;
  });
}

/** The file of a record: `feed.jsonl/7` → `feed.jsonl`. */
function fileOf(source: string): string {
  return source.replace(/\/\d+$/, '');
}
