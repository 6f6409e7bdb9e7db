// `stemma diff`: what is different between two graphs, and because of which documents.
import type { Command } from './command.ts';
import { type Because, type Change, compareGraphs, type GraphDifference } from './compare-graphs.ts';
import { withGraph } from './decide.ts';
import { describeClaim } from './describe-claim.ts';
import { JSON_OPTION } from './find-graph.ts';
import { toPlainLine } from './terminal.ts';

/** A section's lines: what came with `+`, what went with `-`, what became one or several with `=` and `≠`. */
type Lines = readonly string[];

export const diffCommand: Command = {
  options: [JSON_OPTION],
  async run([oldPath = '', newPath = ''], options, terminal) {
    const { difference, lines } = withGraph(oldPath, (before) =>
      withGraph(newPath, (after) => {
        const difference = compareGraphs(before, after);
        const came = difference.claims.came.map((change) => describeClaim(after, change.item));
        const gone = difference.claims.gone.map((change) => describeClaim(before, change.item));
        const support = difference.claims.support.map((change) => describeClaim(after, change.item));
        return { difference, lines: sections(difference, { came, gone, support }) };
      }),
    );
    if (options.json === true) await terminal.out(`${JSON.stringify(difference)}\n`);
    else if (lines.length === 0) terminal.say('The two graphs say the same.');
    else await terminal.out(toPlainLine(`${lines.join('\n')}\n`));
    return 0;
  },
};

/** All that differs; empty where nothing does. */
function sections(difference: GraphDifference, claims: { came: Lines; gone: Lines; support: Lines }): string[] {
  const { documents, entities, merges, splits, conflicts } = difference;
  const parts: readonly (readonly [string, Lines])[] = [
    [
      'Documents',
      [
        ...documents.came.map((source) => `+ ${source}`),
        ...documents.gone.map((source) => `- ${source}`),
        ...documents.changed.map((source) => `~ ${source} (text changed)`),
      ],
    ],
    [
      'Names',
      [
        ...entities.came.map((change) => withReason(`+ ${change.item.name} (${change.item.type})`, change)),
        ...entities.gone.map((change) => withReason(`- ${change.item.name} (${change.item.type})`, change)),
        ...merges.map((merge) => withReason(`= ${merge.names.join(' and ')} are now one: ${merge.name}`, merge)),
        ...splits.map((split) => withReason(`≠ ${split.name} is now several: ${split.names.join(' and ')}`, split)),
      ],
    ],
    [
      'Statements',
      [
        ...withReasons('+', claims.came, difference.claims.came),
        ...withReasons('-', claims.gone, difference.claims.gone),
        ...difference.claims.support.map((change, index) =>
          withReason(`~ ${claims.support[index]}, before ${change.before}`, change),
        ),
      ],
    ],
    [
      'Contradictions',
      [
        ...conflicts.came.map((change) => withReason(`+ ${change.item.reason}`, change)),
        ...conflicts.gone.map((change) => withReason(`- ${change.item.reason}`, change)),
      ],
    ],
  ];
  return parts
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines], index) => [
      ...(index === 0 ? [] : ['']),
      `${title} (${lines.length})`,
      ...lines.map((line) => `  ${line}`),
    ]);
}

function withReasons(mark: string, lines: Lines, changes: readonly Change<unknown>[]): string[] {
  return changes.map((change, index) => withReason(`${mark} ${lines[index]}`, change));
}

function withReason(line: string, { documents, otherwise }: Because): string {
  if (otherwise === 'decision') return `${line}  ← a person decided`;
  if (otherwise === 'reading') return `${line}  ← names or sentences are understood in another way`;
  return `${line}  ← ${documents.join(', ')}`;
}
