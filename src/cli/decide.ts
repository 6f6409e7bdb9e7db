// `stemma same` and `stemma different`: a person says that two names mean one thing, or do not.
import { addDecisions } from '../change-graph.ts';
import { KnownError } from '../errors.ts';
import type { Decision, Entity } from '../model/graph.ts';
import type { StoredGraph } from '../model/graph-view.ts';
import type { MentionId } from '../model/id.ts';
import { type DocumentMention, makeDecision, mentionsByDocument } from '../query/index.ts';
import { openStoredGraph } from '../store/index.ts';
import type { Command, CommandOption, Options, Terminal } from './command.ts';
import { countOf } from './describe-claim.ts';
import { findGraph, GRAPH_OPTION, JSON_OPTION } from './find-graph.ts';
import { type Found, findMention } from './find-mention.ts';
import { toPlainLine } from './terminal.ts';

export const BY_OPTION: CommandOption = { flags: '--by <name>', summary: 'who decides, kept with the decision' };
export const NOTE_OPTION: CommandOption = { flags: '--note <text>', summary: 'why, kept with the decision' };

export const sameCommand: Command = makeCommand('same');
export const differentCommand: Command = makeCommand('different');

function makeCommand(verdict: 'same' | 'different'): Command {
  return {
    options: [BY_OPTION, NOTE_OPTION, JSON_OPTION, GRAPH_OPTION],
    async run([leftName = '', rightName = ''], options, terminal) {
      const path = findGraph(options);
      const { decision, ends, places } = withGraph(path, (view) => {
        const [left, right] = [findMention(view, leftName, terminal), findMention(view, rightName, terminal)];
        if (left.mention === right.mention || (verdict === 'different' && isVague(left, right, leftName, rightName)))
          throw sameThing(verdict, leftName, left);
        const ends = [left.entity, right.entity] as const;
        const places = ends.map((entity) => mentionsByDocument(view, entity));
        return { decision: makeDecision(verdict, left.mention, right.mention, options), ends, places };
      });
      await addDecisions(path, [decision], { at: now() });
      await tellOutcome(path, [decision], { decision }, options, terminal);
      for (const line of notesOn(verdict, ends)) terminal.say(line);
      if (verdict === 'same')
        for (const line of withGraph(path, (view) => stillApart(view, places))) terminal.say(line);
      terminal.say(KEPT);
      return 0;
    },
  };
}

/** What a person should know who has joined a place and a firm by a slip. */
function notesOn(verdict: 'same' | 'different', [left, right]: readonly [Entity, Entity]): readonly string[] {
  if (verdict === 'different' || left.type === right.type) return [];
  return [
    `Mind that ${left.name} was read as ${left.type.toLowerCase()} and ${right.name} as ${right.type.toLowerCase()}.`,
  ];
}

/**
 * What is called one and yet did not all come together: a text that names both knows them for two, until a person speaks of that
 * text. `places`: where each stood before.
 */
function stillApart(view: StoredGraph, places: readonly (readonly DocumentMention[])[]): string[] {
  const [left = [], right = []] = places;
  for (const { document, mention } of right) {
    const beside = left.find((each) => each.document.id === document.id);
    const [one, other] = [beside?.mention, mention].map((id) => entityOf(view, id));
    if (!one || !other || one.id === other.id) continue;
    const names = [one, other].map(({ name }) => JSON.stringify(`${name}@${document.source}`));
    const told = `${other.name} stays apart in ${document.source}, where both are named:`;
    return [`${told} stemma same ${names.join(' ')} joins them there.`];
  }
  return [];
}

function entityOf(view: StoredGraph, mention: MentionId | undefined): Entity | undefined {
  const id = mention === undefined ? undefined : view.mention(mention)?.entity;
  return id == null ? undefined : view.entity(id);
}

/** Two names of one entity do not say where to part it, unless each names its document. */
function isVague(left: Found, right: Found, leftName: string, rightName: string): boolean {
  const isPlaced = (name: string, { mention }: Found): boolean => name === mention || name.includes('@');
  return left.entity.id === right.entity.id && !(isPlaced(leftName, left) && isPlaced(rightName, right));
}

function sameThing(verdict: string, name: string, { entity }: Found): KnownError {
  return new KnownError(
    'bad-input',
    `stemma: expected two different things to call ${verdict}, found that both names mean ${entity.name}`,
    `Say where each stands (“${name}@a.txt” “${name}@b.txt”), or part a document with \`stemma split\`.`,
  );
}

export const KEPT = 'Kept, also for later builds. Take it back with: stemma undo';

/** Prints what the mentions of these decisions stand for now; with --json after what `told` holds. */
export async function tellOutcome(
  path: string,
  decisions: readonly Decision[],
  told: object,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const mentions = decisions.flatMap(({ left, right }) => [left, right]);
  const lines = withGraph(path, (view) => outcomeOf(view, mentions));
  if (options.json === true) await terminal.out(`${JSON.stringify({ ...told, now: lines })}\n`);
  else for (const line of lines) await terminal.out(toPlainLine(`${line}\n`));
}

/** What the mentions stand for now, one line an entity: `Ivo Rendel: 3 mentions, in a.txt, b.txt`. */
function outcomeOf(view: StoredGraph, mentions: readonly MentionId[]): string[] {
  const ids = new Set(mentions.flatMap((id) => view.mention(id)?.entity ?? []));
  return [...ids].flatMap((id) => {
    const entity = view.entity(id);
    if (entity === undefined) return [];
    const sources = mentionsByDocument(view, entity).map(({ document }) => document.source);
    return [`${entity.name}: ${countOf(entity.mentionIds.length, 'mention')}, in ${sources.join(', ')}`];
  });
}

/** The time on this machine, for the log of decisions; no build reads a clock. */
export function now(): string {
  return new Date().toISOString();
}

/** Opens a graph for one look. */
export function withGraph<Result>(path: string, look: (view: StoredGraph) => Result): Result {
  const view = openStoredGraph(path);
  try {
    return look(view);
  } finally {
    view.close();
  }
}
