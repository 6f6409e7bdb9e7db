// `stemma split`: parts the mentions in some documents from an entity that wrongly holds them.
import { addDecisions } from '../change-graph.ts';
import { KnownError } from '../errors.ts';
import type { Decision, Entity } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { MentionId } from '../model/id.ts';
import type { Command, Options } from './command.ts';
import { BY_OPTION, KEPT, makeDecision, NOTE_OPTION, now, tellOutcome, withGraph } from './decide.ts';
import { findEntity } from './find-entity.ts';
import { findGraph, GRAPH_OPTION, JSON_OPTION } from './find-graph.ts';
import { findDocument, mentionsByDocument } from './find-mention.ts';
import { toPlainLine } from './terminal.ts';

/** Pairs kept apart in one act: more would make the log of decisions longer than the graph. */
const MAX_PAIRS = 5_000;

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
      const found = withGraph(path, (view) => listDocuments(view, findEntity(view, name)));
      await terminal.out(options.json === true ? `${JSON.stringify(found)}\n` : toPlainLine(`${found.join('\n')}\n`));
      if (options.list !== true) terminal.say('Name those to part from the others: stemma split NAME DOCUMENT…');
      return 0;
    }
    const decisions = withGraph(path, (view) => partDocuments(view, findEntity(view, name), sources, options));
    await addDecisions(path, decisions, { at: now() });
    await tellOutcome(path, decisions, { decisions }, options, terminal);
    terminal.say(KEPT);
    return 0;
  },
};

function listDocuments(view: GraphView, entity: Entity): string[] {
  return mentionsByDocument(view, entity).map(({ document }) => document.source);
}

/** Each side stays one: only what lies between the two is cut. */
function partDocuments(view: GraphView, entity: Entity, sources: readonly string[], options: Options): Decision[] {
  const wanted = new Set(sources.map((source) => findDocument(view, source)?.id ?? notFound(source, entity.name)));
  const all = mentionsByDocument(view, entity);
  const out = all.filter(({ document }) => wanted.has(document.id)).map(({ mention }) => mention);
  const rest = all.filter(({ document }) => !wanted.has(document.id)).map(({ mention }) => mention);
  if (out.length < wanted.size) notFound(sources.join(', '), entity.name);
  if (rest.length === 0)
    throw new KnownError(
      'bad-input',
      `split: expected documents to part from others, found that ${entity.name} stands in no other document`,
      'Name only some of those that `stemma split NAME --list` prints.',
    );
  if (out.length * rest.length > MAX_PAIRS)
    throw new KnownError(
      'bad-input',
      `split: expected at most ${MAX_PAIRS} pairs of documents to part, found ${out.length * rest.length}`,
      'Part fewer documents at a time.',
    );
  return [
    ...out.flatMap((left) => rest.map((right) => makeDecision('different', left, right, options))),
    ...chain(out, options),
    ...chain(rest, options),
  ];
}

/** Each with the next: `same` joins all of them. */
function chain(mentions: readonly MentionId[], options: Options): Decision[] {
  return mentions.slice(1).map((mention, index) => makeDecision('same', mentions[index] ?? mention, mention, options));
}

function notFound(source: string, name: string): never {
  throw new KnownError(
    'not-found',
    `split: expected documents that name ${name}, found that not all of these do: ${source}`,
    'See which ones do: stemma split NAME --list',
  );
}
