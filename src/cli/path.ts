// `stemma path`: how two names hang together, as a chain of quoted sentences.

import type { GraphView } from '../model/graph-view.ts';
import type { Command } from './command.ts';
import { claimLines, countOf, nameOf } from './describe-claim.ts';
import { findEntity } from './find-entity.ts';
import { GRAPH_OPTION, JSON_OPTION, openGraph } from './find-graph.ts';
import { findPath, type PathStep } from './find-path.ts';
import { readCount } from './read-count.ts';
import { toPlainLine } from './terminal.ts';

const MAX_STEPS = 6;
/** Statements and sentences shown for one step. */
const CLAIMS_SHOWN = 3;
const QUOTES_SHOWN = 2;

export const pathCommand: Command = {
  options: [
    { flags: '--max-steps <number>', summary: `longest chain to look for (default: ${MAX_STEPS})` },
    { flags: '--without <name>', summary: 'a name that the chain must not pass through' },
    JSON_OPTION,
    GRAPH_OPTION,
  ],
  async run([fromName = '', toName = ''], options, terminal) {
    const maxSteps = readCount(
      options.maxSteps,
      MAX_STEPS,
      'path: expected a whole number of steps',
      'Leave --max-steps out, or give a number such as 4.',
    );
    const graph = openGraph(options);
    try {
      const [from, to] = [findEntity(graph, fromName, terminal), findEntity(graph, toName, terminal)];
      const avoid = new Set(
        typeof options.without === 'string' ? [findEntity(graph, options.without, terminal).id] : [],
      );
      const steps = findPath(graph, from.id, to.id, { maxSteps, avoid });
      if (options.json === true) {
        const named = steps?.map((step) => ({
          ...step,
          fromName: nameOf(graph, step.from),
          toName: nameOf(graph, step.to),
        }));
        await terminal.out(`${JSON.stringify({ from: from.id, to: to.id, steps: named ?? null })}\n`);
      } else if (steps === null)
        terminal.say(`No chain of at most ${countOf(maxSteps, 'statement')} joins ${from.name} and ${to.name}.`);
      else if (steps.length === 0) terminal.say(`Both names mean ${from.name}.`);
      else await terminal.out(toPlainLine(`${pathLines(graph, steps).join('\n')}\n`));
    } finally {
      graph.close();
    }
    return 0;
  },
};

function pathLines(view: GraphView, steps: readonly PathStep[]): string[] {
  const [first] = steps;
  const names = [...(first ? [first.from] : []), ...steps.map(({ to }) => to)].map((id) => nameOf(view, id));
  return [
    names.join(' — '),
    ...steps.flatMap(({ claims }, index) => {
      const shown = claims.slice(0, CLAIMS_SHOWN).flatMap((claim) => claimLines(view, claim, QUOTES_SHOWN));
      const left = claims.length - CLAIMS_SHOWN;
      const more = left > 0 ? [`   … and ${countOf(left, 'more statement')}`] : [];
      return [
        '',
        `${index + 1}. ${names[index]} and ${names[index + 1]}`,
        ...shown.map((line) => `   ${line}`),
        ...more,
      ];
    }),
  ];
}
