// What a person says about names, as decisions to keep: two are the same or not, some documents mean another.
import { KnownError } from '../errors.ts';
import type { Decision, Entity } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { DocumentId, MentionId } from '../model/id.ts';
import { mentionsByDocument } from './name-mentions.ts';

/** Pairs kept apart in one act: more would make the log of decisions longer than the graph. */
const MAX_PAIRS = 5_000;

/** Who decides and why, as typed; anything but text counts as nothing said. */
export interface Decider {
  readonly by?: unknown;
  readonly note?: unknown;
}

/** A decision of a person, with their name and reason where given. */
export function makeDecision(
  verdict: Decision['verdict'],
  left: MentionId,
  right: MentionId,
  { by, note }: Decider = {},
): Decision {
  return {
    ...{ left, right, verdict },
    score: verdict === 'same' ? 1 : verdict === 'different' ? 0 : 0.5,
    reasons: [typeof note === 'string' ? note : 'A person decided.'],
    by: typeof by === 'string' && by.trim() !== '' ? `person:${by.trim()}` : 'person',
  };
}

/**
 * Parts the mentions in the wanted documents from the others; each side stays one, only what lies between is cut.
 * @throws KnownError bad-input where nothing is left on one side or too much would be cut, not-found where a document
 * does not name the entity
 */
export function partDocuments(
  view: GraphView,
  entity: Entity,
  wanted: ReadonlySet<DocumentId>,
  decider: Decider = {},
): Decision[] {
  const all = mentionsByDocument(view, entity);
  const out = all.filter(({ document }) => wanted.has(document.id)).map(({ mention }) => mention);
  const rest = all.filter(({ document }) => !wanted.has(document.id)).map(({ mention }) => mention);
  if (out.length < wanted.size || out.length === 0)
    throw new KnownError(
      'not-found',
      `split: expected documents that name ${entity.name}, found that not all of these do: ${[...wanted].join(', ')}`,
      'See which ones do: stemma split NAME --list',
    );
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
    ...out.flatMap((left) => rest.map((right) => makeDecision('different', left, right, decider))),
    ...chain(out, decider),
    ...chain(rest, decider),
  ];
}

/** Each with the next: `same` joins all of them. */
function chain(mentions: readonly MentionId[], decider: Decider): Decision[] {
  return mentions.slice(1).map((mention, index) => makeDecision('same', mentions[index] ?? mention, mention, decider));
}
