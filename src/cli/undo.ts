// `stemma undo`: takes back what a person decided last; again, the decision before that.
import { undoDecisions } from '../change-graph.ts';
import type { Command } from './command.ts';
import { tellOutcome } from './decide.ts';
import { countOf } from './describe-claim.ts';
import { findGraph, GRAPH_OPTION, JSON_OPTION } from './find-graph.ts';

export const undoCommand: Command = {
  options: [JSON_OPTION, GRAPH_OPTION],
  async run(_parameters, options, terminal) {
    const path = findGraph(options);
    const undone = await undoDecisions(path);
    await tellOutcome(path, undone, { undone }, options, terminal);
    const verdicts = [...new Set(undone.map(({ verdict }) => verdict))].join(' and ');
    terminal.say(`Took back ${countOf(undone.length, 'decision')} (${verdicts}).`);
    return 0;
  },
};
