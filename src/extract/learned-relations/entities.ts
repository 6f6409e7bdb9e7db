// Entities of one window as the relation head reads them: all mentions of a chain together, others alone.
import type { Extraction, Mention } from '../../model/extraction.ts';
import type { ReadWindow } from '../encoder/read-document.ts';
import { tokenAfter } from '../words.ts';
import { nounOf } from './lone-mentions.ts';

/** `named`: a name stands for it in this window; `reference`: pronouns and nominals alone do; `value`: one date. */
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

/** Of what no name stands for, bodies alone are ends of relations ("the court"): a person or place is then nobody's. */
function standsAlone({ kind, type, referent, literal }: Mention): boolean {
  return kind !== 'nominal' || type === 'Organization' || referent !== null || literal?.type === 'Time';
}

/** In order of their first mentions. `mentions`: those of the window, in reading order. */
export function findEntities(
  extraction: Extraction,
  window: ReadWindow,
  mentions: readonly Mention[],
  keys: ReadonlyMap<string, string>,
): WindowEntity[] {
  const things = new Map<string, WindowMention[]>();
  const entities: WindowEntity[] = [];
  for (const mention of mentions) {
    const key = keys.get(mention.id) ?? (standsAlone(mention) ? mention.id : undefined);
    const placed = placeIn(extraction, window, mention);
    if (key === undefined || placed === null || mention.type === 'Role' || mention.type === 'Quantity') continue;
    if (mention.literal !== null) {
      entities.push({ key, role: 'value', types: typesOf([placed]), mentions: [placed] });
      continue;
    }
    const others = things.get(key);
    if (others) others.push(placed);
    else things.set(key, [placed]);
  }
  for (const [key, mentions] of things) {
    const role = mentions.some(({ mention }) => mention.kind === 'name') ? 'named' : 'reference';
    entities.push({ key, role, types: typesOf(mentions), mentions });
  }
  return entities.sort((left, right) => (left.mentions[0]?.firstPiece ?? 0) - (right.mentions[0]?.firstPiece ?? 0));
}

function placeIn(extraction: Extraction, { pieces }: ReadWindow, mention: Mention): WindowMention | null {
  const [first, last] = [tokenAfter(extraction, mention.start), tokenAfter(extraction, mention.end - 1)];
  const noun = mention.kind === 'nominal' && mention.literal === null ? nounOf(extraction, first, last) : null;
  const from = pieces.get(noun?.first ?? first);
  const to = pieces.get(noun?.head ?? last);
  if (from === undefined || to === undefined) return null;
  return {
    mention,
    firstPiece: from.first,
    lastPiece: to.last,
    sentence: extraction.tokens[first]?.sentence ?? 0,
  };
}

/** The most frequent type of its names first (of all where it has none), then the others that its mentions stand for. */
function typesOf(members: readonly WindowMention[]): string[] {
  const counts = new Map<string, number>();
  const names = members.filter(({ mention }) => mention.kind === 'name');
  for (const { mention } of names.length > 0 ? names : members)
    counts.set(mention.type, (counts.get(mention.type) ?? 0) + 1);
  const own = [...counts].sort((left, right) => right[1] - left[1]).map(([type]) => type);
  const referents = members.flatMap(({ mention }) => (mention.referent ? [mention.referent.type] : []));
  return [...new Set([...own.slice(0, 1), ...referents])];
}
