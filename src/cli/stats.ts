// `stemma stats`: what the graph holds, in numbers; with --accuracy how right the program was on gold data.
import { readFileSync } from 'node:fs';
import { KnownError } from '../errors.ts';
import type { Command } from './command.ts';
import { GRAPH_OPTION, JSON_OPTION, openGraph } from './find-graph.ts';

const BASELINE = new URL('../../data/baseline.json', import.meta.url);

export const statsCommand: Command = {
  options: [
    { flags: '--accuracy', summary: 'print the measured accuracy that this version was shipped with' },
    JSON_OPTION,
    GRAPH_OPTION,
  ],
  async run(_parameters, options, terminal) {
    if (options.accuracy === true) {
      const baseline = readBaseline();
      if (options.json === true) await terminal.out(`${JSON.stringify(baseline)}\n`);
      else {
        await terminal.out(accuracyTable(baseline));
        terminal.say(
          'On annotated texts that the weights were not trained on; the rules were written with an eye on all but “unseen”.',
        );
      }
      return 0;
    }
    const graph = openGraph(options);
    try {
      const { entities: types, claims: relations } = graph.types;
      if (options.json === true) {
        await terminal.out(`${JSON.stringify({ ...graph.counts, model: graph.model, types, relations })}\n`);
        return 0;
      }
      for (const [name, count] of Object.entries(graph.counts)) await terminal.out(`${name.padEnd(24)} ${count}\n`);
      await terminal.out('\nentities by type\n');
      for (const [name, count] of Object.entries(types)) await terminal.out(`  ${name.padEnd(22)} ${count}\n`);
      await terminal.out('\nstatements by type\n');
      for (const [name, count] of Object.entries(relations)) await terminal.out(`  ${name.padEnd(22)} ${count}\n`);
    } finally {
      graph.close();
    }
    return 0;
  },
};

interface Baseline {
  /** Version of the extractor that was measured. */
  readonly model: string;
  readonly figures: readonly {
    readonly name: string;
    /** `25147 words`. */
    readonly items: string;
    /** Per cent, with the 95 % interval. */
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
}

/** @throws KnownError path-missing */
function readBaseline(): Baseline {
  try {
    return JSON.parse(readFileSync(BASELINE, 'utf8')) as Baseline;
  } catch (cause) {
    throw new KnownError(
      'path-missing',
      'stats: expected the measured accuracy in data/baseline.json, found no such table',
      'Install Stemma anew, or make the table with `npm run evaluate -- --record`.',
      cause,
    );
  }
}

/** One line a figure: name, value, interval, what was counted. */
function accuracyTable({ figures }: Baseline): string {
  const width = Math.max(0, ...figures.map(({ name }) => name.length));
  return figures
    .map(({ name, value, low, high, items }) => {
      const interval = `${low.toFixed(1)} – ${high.toFixed(1)}`;
      return `${name.padEnd(width)}  ${value.toFixed(1).padStart(5)}  (${interval})`.padEnd(width + 26) + `${items}\n`;
    })
    .join('');
}
