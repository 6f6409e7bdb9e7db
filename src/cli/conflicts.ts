// `stemma conflicts`: where the documents contradict one another, both sides with their sentences.
import type { Claim, Conflict } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { Command } from './command.ts';
import { claimLines, countOf } from './describe-claim.ts';
import { findEntity } from './find-entity.ts';
import { GRAPH_OPTION, JSON_OPTION, openGraph } from './find-graph.ts';
import { toPlainLine } from './terminal.ts';

const KINDS: readonly Conflict['type'][] = ['quantity', 'role', 'functional', 'polarity'];

export const conflictsCommand: Command = {
  options: [
    { flags: '--type <type>', summary: 'only conflicts of one kind', choices: KINDS },
    JSON_OPTION,
    GRAPH_OPTION,
  ],
  async run(words, options, terminal) {
    const graph = openGraph(options);
    try {
      const about = words.length === 0 ? null : findEntity(graph, words.join(' '), terminal).id;
      const found = [...graph.conflicts()]
        .filter(({ type }) => options.type === undefined || options.type === type)
        .map((conflict) => ({ ...conflict, claims: conflict.claimIds.flatMap((id) => graph.claim(id) ?? []) }))
        .filter(
          ({ claims }) => about === null || claims.some((claim) => claim.subject === about || claim.object === about),
        );
      if (options.json === true) {
        await terminal.out(`${JSON.stringify(found)}\n`);
        return 0;
      }
      for (const [index, conflict] of found.entries())
        await terminal.out(toPlainLine(`${conflictLines(graph, conflict, index).join('\n')}\n`));
      if (found.length === 0) terminal.say('The documents do not contradict one another here.');
      else
        terminal.say(
          `${countOf(found.length, 'contradiction')}. Both sides stay in the graph; neither is taken for true.`,
        );
    } finally {
      graph.close();
    }
    return 0;
  },
};

/** The reason, then each side; “against” between them. */
function conflictLines(
  view: GraphView,
  { type, reason, claims }: Conflict & { readonly claims: readonly Claim[] },
  index: number,
): string[] {
  const sides = claims.flatMap((claim, side) => [
    ...(side === 0 ? [] : ['  against']),
    ...claimLines(view, claim).map((line) => `  ${line}`),
  ]);
  return [...(index === 0 ? [] : ['']), `${index + 1}. ${reason} [${type}]`, ...sides];
}
