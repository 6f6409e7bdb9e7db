// Entities of one window as the relation head reads them: names that stand for one thing together, pronouns and nominals alone.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { containsSpan } from '../../model/span.ts';
import type { Labels } from '../../onnx/text-session.ts';
import { mentionsAround } from '../by-sentence.ts';
import { headOf } from '../coreference/candidate-mentions.ts';
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

/** Of what no name stands for, bodies alone are ends of relations ("the court"): a person or place is then nobody's. */
function standsAlone({ kind, type, referent, literal }: Mention): boolean {
  return kind !== 'nominal' || type === 'Organization' || referent !== null || literal?.type === 'Time';
}

/** What the encoder lists in a segment and no step took up: pronouns, and bodies that a noun names. */
export function loneMentions(extraction: Extraction, segment: Segment, labels: Labels, by: string): Mention[] {
  return [...lonePronouns(extraction, segment, labels, by), ...loneBodies(extraction, segment, labels, by)];
}

/** What is said of a pronoun is read too, though the text names nobody. */
function lonePronouns(extraction: Extraction, { spans }: Segment, labels: Labels, by: string): Mention[] {
  const taken = new Set(extraction.mentions.map(({ start }) => start));
  return spansOf('pronoun', spans, labels)
    .filter(({ first }) => !taken.has(extraction.tokens[first]?.start ?? -1))
    .map(({ first, last, chance, types }) => {
      const type = typeOf(types, labels);
      return makeMention(extraction, { first, last, type, kind: 'pronoun', score: chance, by, referent: null });
    });
}

/** One for each noun, the likeliest of its spans, without article and owner; none where it goes with a name ("the Labour party"). */
function loneBodies(extraction: Extraction, { spans }: Segment, labels: Labels, by: string): Mention[] {
  const taken = new Set(extraction.mentions.map((mention) => mention.head));
  const bodies = new Map<number, Mention>();
  for (const { first, last, chance, types } of spansOf('nominal', spans, labels)) {
    const noun = nounOf(extraction, first, last);
    const { head } = noun;
    if (!isBody(types, labels) || taken.has(head) || extraction.tokens[head]?.upos !== 'NOUN') continue;
    if (namesAt(extraction, head).length > 0 || isAfterName(extraction, noun.first)) continue;
    if ((bodies.get(head)?.score ?? 0) >= chance) continue;
    const place = { first: noun.first, last: head, head };
    const kinds = { type: 'Organization', kind: 'nominal' as const, referent: null };
    bodies.set(head, makeMention(extraction, { ...place, ...kinds, score: chance, by }));
  }
  return [...bodies.values()];
}

function spansOf(kind: string, spans: Segment['spans'], { mentionKinds }: Labels): Segment['spans'] {
  const place = mentionKinds.indexOf(kind);
  return spans.filter(({ kinds }) => kinds[place] === Math.max(...kinds.slice(1)));
}

/** "Troops" and "authorities" are peoples as well as bodies to the encoder. */
const LEAST_BODY = 0.25;

function isBody(types: readonly number[], { entityTypes }: Labels): boolean {
  return (types[entityTypes.indexOf('Organization')] ?? 0) >= LEAST_BODY;
}

function typeOf(types: readonly number[], { entityTypes }: Labels): string {
  return entityTypes[types.indexOf(Math.max(...types))] ?? 'Other';
}

/** A country or people before a noun owns it; any other name is what the noun tells more about. */
function isAfterName(extraction: Extraction, first: number): boolean {
  return namesAt(extraction, first - 1).some(({ type }) => type !== 'Place' && type !== 'Group');
}

function namesAt(extraction: Extraction, place: number): Mention[] {
  const token = extraction.tokens[place];
  if (token === undefined) return [];
  return mentionsAround(extraction, place).filter((mention) => mention.kind === 'name' && containsSpan(mention, token));
}

/** The head of a phrase and the common nouns and adjectives right before it, as training reads nominals. */
function nounOf(
  extraction: Extraction,
  first: number,
  last: number,
): { readonly first: number; readonly head: number } {
  const head = headOf(extraction, first, last);
  let from = head;
  const joins = (place: number): boolean =>
    /^(?:NOUN|ADJ)$/.test(extraction.tokens[place]?.upos ?? '') && namesAt(extraction, place).length === 0;
  while (from > first && joins(from - 1)) from -= 1;
  return { first: from, head };
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

/** The most frequent type first, then the others that its mentions stand for. */
function typesOf(members: readonly WindowMention[]): string[] {
  const counts = new Map<string, number>();
  for (const { mention } of members) counts.set(mention.type, (counts.get(mention.type) ?? 0) + 1);
  const own = [...counts].sort((left, right) => right[1] - left[1]).map(([type]) => type);
  const referents = members.flatMap(({ mention }) => (mention.referent ? [mention.referent.type] : []));
  return [...new Set([...own.slice(0, 1), ...referents])];
}
