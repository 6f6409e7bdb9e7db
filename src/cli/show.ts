// `stemma show`: a dossier of one entity, every statement with its sentences.
import type { Command } from './command.ts';
import { describeClaim, describeEvidence } from './describe-claim.ts';
import { findEntity } from './find-entity.ts';
import { GRAPH_OPTION, JSON_OPTION, openGraph } from './find-graph.ts';
import { toPlainLine } from './terminal.ts';

export const showCommand: Command = {
  options: [JSON_OPTION, GRAPH_OPTION],
  async run(words, options, terminal) {
    const graph = openGraph(options);
    try {
      const entity = findEntity(graph, words.join(' '));
      const claims = [...graph.claimsOf(entity.id)].sort(
        (left, right) =>
          Number(left.type === null) - Number(right.type === null) ||
          right.independentSources - left.independentSources ||
          right.confidence - left.confidence ||
          (left.id < right.id ? -1 : 1),
      );
      if (options.json === true) {
        await terminal.out(`${JSON.stringify({ entity, claims })}\n`);
        return 0;
      }
      const aliases = entity.aliases.map(({ name, count }) => `${name} (${count})`).join(', ');
      await terminal.out(toPlainLine(`${entity.name} — ${entity.type}\n  written as ${aliases}\n`));
      for (const claim of claims) {
        await terminal.out(toPlainLine(`\n${describeClaim(graph, claim)}\n`));
        for (const evidence of claim.evidence)
          await terminal.out(toPlainLine(`    ${describeEvidence(graph, evidence)}\n`));
      }
    } finally {
      graph.close();
    }
    return 0;
  },
};
