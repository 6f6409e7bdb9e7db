// Entities of one window as the relation head reads them: names that stand for one thing together, pronouns and nominals alone.
import type { Extraction, Mention } from '../../model/extraction.ts';
import type { Labels } from '../../onnx/text-session.ts';
import type { ReadWindow, Segment } from '../encoder/read-document.ts';
import { makeMention } from '../names/make-mention.ts';
import { tokenAfter } from '../words.ts';

/** `named`: all names of a chain; `reference`: one pronoun or nominal of a chain; `value`: one date. As in training. */
export type EntityRole = 'named' | 'reference' | 'value';

export interface WindowEntity {
  /** Equal for the same thing in all windows: id of the chain, or of the mention. */
  readonly key: string;
  readonly role: EntityRole;
  /** Types that it may be taken for: its own, and that of what its name stands for ("German": Group, Place). */
  readonly types: readonly string[];
  readonly mentions: readonly WindowMention[];
}

export interface WindowMention {
  readonly mention: Mention;
  readonly firstPiece: number;
  readonly lastPiece: number;
  readonly sentence: number;
}

/** Key of each mention that can be an argument, over the document. */
export function keysOf({ chains, mentions }: Extraction): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { id, mentionIds } of chains) for (const member of mentionIds) keys.set(member, id);
  for (const mention of mentions) {
    if (!keys.has(mention.id) && standsAlone(mention)) keys.set(mention.id, mention.id);
  }
  return keys;
}

function standsAlone({ kind, referent, literal }: Mention): boolean {
  return kind !== 'nominal' || referent !== null || literal?.type === 'Time';
}

/** Pronouns of a segment that no chain took up: what is said of them is read too, though the text names nobody. */
export function lonePronouns(extraction: Extraction, { spans }: Segment, labels: Labels, by: string): Mention[] {
  const taken = new Set(extraction.mentions.map(({ start }) => start));
  const pronoun = labels.mentionKinds.indexOf('pronoun');
  return spans
    .filter(({ kinds }) => kinds[pronoun] === Math.max(...kinds.slice(1)))
    .filter(({ first }) => !taken.has(extraction.tokens[first]?.start ?? -1))
    .map(({ first, last, chance, types }) => {
      const type = labels.entityTypes[types.indexOf(Math.max(...types))] ?? 'Other';
      return makeMention(extraction, { first, last, type, kind: 'pronoun', score: chance, by, referent: null });
    });
}

/** In order of their first mentions. `mentions`: those of the window, in reading order. */
export function findEntities(
  extraction: Extraction,
  window: ReadWindow,
  mentions: readonly Mention[],
  keys: ReadonlyMap<string, string>,
): WindowEntity[] {
  const named = new Map<string, WindowMention[]>();
  const entities: WindowEntity[] = [];
  for (const mention of mentions) {
    const key = keys.get(mention.id) ?? (standsAlone(mention) ? mention.id : undefined);
    const placed = placeIn(extraction, window, mention);
    if (key === undefined || placed === null || mention.type === 'Role' || mention.type === 'Quantity') continue;
    if (mention.kind === 'name' && mention.literal === null) {
      const others = named.get(key);
      if (others) others.push(placed);
      else named.set(key, [placed]);
      continue;
    }
    const role = mention.literal === null ? 'reference' : 'value';
    entities.push({ key, role, types: typesOf([placed]), mentions: [placed] });
  }
  for (const [key, members] of named) entities.push({ key, role: 'named', types: typesOf(members), mentions: members });
  return entities.sort((left, right) => (left.mentions[0]?.firstPiece ?? 0) - (right.mentions[0]?.firstPiece ?? 0));
}

function placeIn(extraction: Extraction, { pieces }: ReadWindow, mention: Mention): WindowMention | null {
  const first = tokenAfter(extraction, mention.start);
  const from = pieces.get(first);
  const to = pieces.get(tokenAfter(extraction, mention.end - 1));
  if (from === undefined || to === undefined) return null;
  return {
    mention,
    firstPiece: from.first,
    lastPiece: to.last,
    sentence: extraction.tokens[first]?.sentence ?? 0,
  };
}

/** The most frequent type first, then the others that its mentions stand for. */
function typesOf(members: readonly WindowMention[]): string[] {
  const counts = new Map<string, number>();
  for (const { mention } of members) counts.set(mention.type, (counts.get(mention.type) ?? 0) + 1);
  const own = [...counts].sort((left, right) => right[1] - left[1]).map(([type]) => type);
  const referents = members.flatMap(({ mention }) => (mention.referent ? [mention.referent.type] : []));
  return [...new Set([...own.slice(0, 1), ...referents])];
}
