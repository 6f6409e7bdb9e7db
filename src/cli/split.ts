// `stemma split`: parts the mentions in some documents from an entity that wrongly holds them.
import { addDecisions } from '../change-graph.ts';
import { KnownError } from '../errors.ts';
import type { Entity } from '../model/graph.ts';
import type { GraphView, StoredGraph } from '../model/graph-view.ts';
import type { DocumentId } from '../model/id.ts';
import { mentionsByDocument, partDocuments } from '../query/index.ts';
import type { Command } from './command.ts';
import { BY_OPTION, KEPT, NOTE_OPTION, now, tellOutcome, withGraph } from './decide.ts';
import { findEntity } from './find-entity.ts';
import { findGraph, GRAPH_OPTION, JSON_OPTION } from './find-graph.ts';
import { findDocument } from './find-mention.ts';
import { toPlainLine } from './terminal.ts';

export const splitCommand: Command = {
  options: [
    BY_OPTION,
    NOTE_OPTION,
    { flags: '--list', summary: 'only print the documents that the name stands in' },
    JSON_OPTION,
    GRAPH_OPTION,
  ],
  async run([name = '', ...sources], options, terminal) {
    const path = findGraph(options);
    if (options.list === true || sources.length === 0) {
      const found = withGraph(path, (view) => listDocuments(view, findEntity(view, name, terminal)));
      await terminal.out(options.json === true ? `${JSON.stringify(found)}\n` : toPlainLine(`${found.join('\n')}\n`));
      if (options.list !== true) terminal.say('Name those to part from the others: stemma split NAME DOCUMENT…');
      return 0;
    }
    const decisions = withGraph(path, (view) => {
      const entity = findEntity(view, name, terminal);
      return partDocuments(view, entity, findIds(view, entity, sources), options);
    });
    await addDecisions(path, decisions, { at: now() });
    await tellOutcome(path, decisions, { decisions }, options, terminal);
    terminal.say(KEPT);
    return 0;
  },
};

function listDocuments(view: GraphView, entity: Entity): string[] {
  return mentionsByDocument(view, entity).map(({ document }) => document.source);
}

function findIds(view: StoredGraph, entity: Entity, sources: readonly string[]): Set<DocumentId> {
  return new Set(sources.map((source) => findDocument(view, source)?.id ?? notFound(source, entity.name)));
}

function notFound(source: string, name: string): never {
  throw new KnownError(
    'not-found',
    `split: expected documents that name ${name}, found that not all of these do: ${source}`,
    'See which ones do: stemma split NAME --list',
  );
}
