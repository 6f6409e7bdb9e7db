// What the relation head says of all pairs of things in a document, one candidate for each pair and type, uncalibrated.
import type { Extraction, Mention } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { compareSpans } from '../../model/span.ts';
import { loadPairSession } from '../../onnx/pair-session.ts';
import { loadTextSession } from '../../onnx/text-session.ts';
import { type ReadWindow, readSegments } from '../encoder/read-document.ts';
import { tokenAfter } from '../words.ts';
import type { RelationCandidate } from './candidate.ts';
import { findEntities, keysOf, type WindowEntity } from './entities.ts';
import { addTitled } from './home-titles.ts';
import { loneMentions } from './lone-mentions.ts';
import { LEAST_SCORE, type PairScore, type PlacedEntity, scorePairs } from './score-pairs.ts';

/** Every pair in every window. `by`: the step that takes up mentions that no earlier step has. */
export async function scoreRelations(extraction: Extraction, ontology: Ontology, by: string) {
  const [{ labels }, session] = await Promise.all([loadTextSession(), loadPairSession()]);
  const keys = keysOf(extraction);
  const byKey = mentionsByKey(extraction, keys);
  const scores = new Scores();
  for await (const { window, entities } of placeEntities(extraction, by, keys, byKey))
    for (const scored of await scorePairs(extraction, session, window, entities, labels, ontology)) scores.add(scored);
  const scored = scores.candidates((entity) => witnessesOf(entity, byKey));
  return [...scored, ...addTitled(extraction, ontology, scored)];
}

/** A window with its things, as the head is asked about them. */
export interface PlacedWindow {
  readonly window: ReadWindow;
  readonly entities: readonly PlacedEntity[];
}

/** All windows of a document, in reading order. */
export async function* placeEntities(
  extraction: Extraction,
  by: string,
  keys: ReadonlyMap<string, string> = keysOf(extraction),
  byKey: ReadonlyMap<string, readonly Mention[]> = mentionsByKey(extraction, keys),
): AsyncGenerator<PlacedWindow> {
  const { labels } = await loadTextSession();
  for await (const segment of readSegments(extraction)) {
    const mentions = [...extraction.mentions, ...loneMentions(extraction, segment, labels, by)].sort(compareSpans);
    for (const window of segment.windows) {
      const entities = findEntities(extraction, window, mentionsIn(extraction, mentions, window), keys);
      yield { window, entities: entities.map((entity) => placeWitnesses(extraction, entity, byKey)) };
    }
  }
}

function mentionsByKey(
  { mentions }: Extraction,
  keys: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly Mention[]> {
  const byKey = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = keys.get(mention.id);
    const others = key === undefined ? undefined : byKey.get(key);
    if (others) others.push(mention);
    else if (key !== undefined) byKey.set(key, [mention]);
  }
  return byKey;
}

/** The mentions of a step that takes them up itself, which are none of the extraction yet. */
export function mentionsBy(by: string, candidates: readonly RelationCandidate[]): Mention[] {
  // Candidates of one chain share its list of mentions.
  const lists = new Set(candidates.flatMap(({ subject, object }) => [subject, object]));
  const ends = [...lists].flatMap((list) => list.filter((mention) => mention.by === by));
  return [...new Map(ends.map((mention) => [mention.id, mention])).values()];
}

/** The best score of each pair and type, and what stands beside it. */
class Scores {
  readonly #best = new Map<string, PairScore>();
  readonly #named = new Map<string, number>();
  readonly #byPair = new Map<string, PairScore[]>();
  readonly #bySubject = new Map<string, PairScore[]>();

  add(scored: PairScore): void {
    const key = keyOf(scored);
    const before = this.#best.get(key);
    if (before === undefined || before.score < scored.score) this.#best.set(key, scored);
    if ([scored.subject, scored.object].every(({ role }) => role !== 'reference'))
      this.#named.set(key, Math.max(this.#named.get(key) ?? LEAST_SCORE, scored.score));
    push(this.#byPair, `${scored.subject.key} ${scored.object.key}`, scored);
  }

  candidates(witnesses: (entity: WindowEntity) => readonly Mention[]): RelationCandidate[] {
    for (const scored of this.#best.values())
      push(this.#bySubject, `${scored.type.name} ${scored.subject.key}`, scored);
    return [...this.#best]
      .filter(([, scored]) => this.#isLikelierDirection(scored))
      .map(([key, scored]) => ({
        type: scored.type,
        subject: witnesses(scored.subject),
        object: witnesses(scored.object),
        ends: [scored.subject.key, scored.object.key] as const,
        score: scored.score,
        named: this.#named.get(key) ?? LEAST_SCORE,
        rival: this.#bestOf(scored, ({ type }) => type !== scored.type),
        reverse: this.#opposite(scored)?.score ?? LEAST_SCORE,
        better: (this.#bySubject.get(`${scored.type.name} ${scored.subject.key}`) ?? []).filter(
          ({ score }) => score > scored.score,
        ).length,
        isOpen: [scored.subject, scored.object].some(({ types }) => types[0] === 'Other'),
      }));
  }

  #bestOf({ subject, object }: PairScore, isWanted: (scored: PairScore) => boolean): number {
    const others = (this.#byPair.get(`${subject.key} ${object.key}`) ?? []).filter(isWanted);
    return Math.max(LEAST_SCORE, ...others.map(({ score }) => score));
  }

  #opposite({ type, subject, object }: PairScore): PairScore | undefined {
    return type.symmetric ? undefined : this.#best.get(`${type.name} ${object.key} ${subject.key}`);
  }

  /** Nothing is part of its part: of two directions the likelier stays. Enmity may be mutual. */
  #isLikelierDirection(scored: PairScore): boolean {
    const other = scored.type.name === 'OPPOSES' ? undefined : this.#opposite(scored);
    return (
      other === undefined ||
      other.score < scored.score ||
      (other.score === scored.score && scored.subject.key < scored.object.key)
    );
  }
}

function keyOf({ type, subject, object }: PairScore): string {
  const ends = [subject.key, object.key];
  if (type.symmetric) ends.sort();
  return `${type.name} ${ends.join(' ')}`;
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function mentionsIn({ tokens }: Extraction, mentions: readonly Mention[], { pieces }: ReadWindow): Mention[] {
  const places = [...pieces.keys()];
  const start = tokens[places[0] ?? 0]?.start ?? 0;
  const end = tokens[places.at(-1) ?? 0]?.end ?? 0;
  return mentions.filter((mention) => mention.start >= start && mention.end <= end);
}

/** All of the chain, so that the best sentence shows the relation. */
function witnessesOf({ role, key, mentions }: WindowEntity, byKey: ReadonlyMap<string, readonly Mention[]>) {
  const members = role === 'value' ? undefined : byKey.get(key);
  return members ?? mentions.map(({ mention }) => mention);
}

/** The sentences of its witnesses, in order. */
function placeWitnesses(
  extraction: Extraction,
  entity: WindowEntity,
  byKey: ReadonlyMap<string, readonly Mention[]>,
): PlacedEntity {
  const sentences = witnessesOf(entity, byKey).map(
    ({ start }) => extraction.tokens[tokenAfter(extraction, start)]?.sentence ?? 0,
  );
  return { ...entity, sentences };
}
