// Typed relations on data/gold, from raw files: both ends, type, polarity and modality must be right.
import { readFileSync } from 'node:fs';
import { nounOf } from '../../../src/extract/learned-relations/lone-mentions.ts';
import { tokenAfter } from '../../../src/extract/words.ts';
import type { Extraction, Mention, Relation } from '../../../src/model/extraction.ts';
import type { Ontology } from '../../../src/model/ontology.ts';
import { type Counts, scoreWithInterval } from '../bootstrap.ts';
import { type GoldDocument, type GoldRelation, readGold } from '../gold.ts';
import { makeEntityLookup } from '../gold-match.ts';
import { accuracyCounts, type Figure, type Measure } from '../measure.ts';

const ONTOLOGY = new URL('../../../data/ontology.json', import.meta.url);

export const goldRelationsMeasure: Measure = {
  name: 'gold-relations',
  async run({ gold, extract }) {
    if (gold === null) return { reason: 'data/gold is missing' };
    const ontology = JSON.parse(readFileSync(ONTOLOGY, 'utf8')) as Ontology;
    const families = [...new Set(ontology.relationTypes.map(({ family }) => family))];
    const tallies: Tally[] = [];
    for (const document of (await readGold(gold)).documents)
      tallies.push(withoutUnnamed(tallyRelations(await extract(document.document), document, ontology)));
    const figure = (name: string, counts: readonly Counts[]): Figure => {
      const items = `${counts.reduce((sum, each) => sum + each.gold, 0)} relations`;
      return { name: `gold relation ${name}`, items, ...scoreWithInterval(counts) };
    };
    const all = tallies.map((tally) => countFamily(tally, null, ontology));
    return [
      figure('F1', all),
      figure(
        'precision',
        all.map(({ correct, found }) => accuracyCounts(correct, found)),
      ),
      figure(
        'recall',
        all.map(({ correct, gold: wanted }) => accuracyCounts(correct, wanted)),
      ),
      figure(
        'stance kept',
        tallies.map(({ stanceKept, stanceSeen }) => accuracyCounts(stanceKept, stanceSeen)),
      ),
      ...families
        .map((family) =>
          figure(
            `F1 ${family}`,
            tallies.map((tally) => countFamily(tally, family, ontology)),
          ),
        )
        .filter(({ items }) => items !== '0 relations'),
    ];
  },
};

/** Relations of things without a name are optional (README of data/gold): they may be told of troops or a school. */
function withoutUnnamed(tally: Tally): Tally {
  return { ...tally, wrong: tally.wrong.filter(({ subject, object }) => ![subject, object].some(isUnnamed)) };
}

/** `?surface` of a mention that no entity of the gold has, without a capital beyond its article. */
export function isUnnamed(end: string): boolean {
  return (
    end.startsWith('?') &&
    !/\p{Lu}/u.test(end.slice(1).replace(/^(The|A|An|This|That|These|Those|His|Her|Its|Their|Our|My)\b/, ''))
  );
}

/** What one document gave. */
export interface Tally {
  readonly matched: readonly GoldRelation[];
  readonly missed: readonly GoldRelation[];
  readonly wrong: readonly Candidate[];
  /** Denied, planned or demanded relations of the gold that were found in any stance, and those of them never affirmed. */
  readonly stanceSeen: number;
  readonly stanceKept: number;
}

/** A relation of ours with its ends as gold entities, `{time}` or, where the gold knows neither, `?surface`. */
export interface Candidate extends Pick<Relation, 'polarity' | 'modality' | 'by' | 'evidence'> {
  readonly type: string;
  readonly subject: string;
  readonly object: string;
}

/** Compares the typed relations of one document with its gold. */
export function tallyRelations(extraction: Extraction, gold: GoldDocument, ontology: Ontology): Tally {
  const symmetric = new Set(ontology.relationTypes.filter((each) => each.symmetric).map(({ name }) => name));
  const implied = new Map(ontology.relationTypes.map(({ name, implies }) => [name, implies]));
  const candidates = findCandidates(extraction, gold);
  const joins = (candidate: Candidate, wanted: GoldRelation): boolean => {
    const object = typeof wanted.object === 'string' ? wanted.object : `{${wanted.object.time}}`;
    const isForward = candidate.subject === wanted.subject && candidate.object === object;
    const isBackward = candidate.subject === object && candidate.object === wanted.subject;
    return isForward || (isBackward && symmetric.has(candidate.type));
  };
  const matched = new Set<GoldRelation>();
  const wrong: Candidate[] = [];
  for (const candidate of candidates) {
    const pairs = gold.relations.filter((wanted) => joins(candidate, wanted));
    const right = pairs.filter((wanted) => wanted.types.includes(candidate.type) && hasStance(candidate, wanted));
    for (const wanted of right) matched.add(wanted);
    const follows = pairs.some((wanted) => wanted.types.some((type) => implied.get(type)?.includes(candidate.type)));
    if (right.length === 0 && !follows) wrong.push(candidate);
  }
  const hedged = gold.relations.filter((wanted) => !wanted.anyStance && !isPlain(wanted));
  const seen = hedged
    .map((wanted) =>
      candidates.filter((candidate) => wanted.types.includes(candidate.type) && joins(candidate, wanted)),
    )
    .filter((found) => found.length > 0);
  const required = gold.relations.filter(({ optional }) => !optional);
  return {
    matched: required.filter((wanted) => matched.has(wanted)),
    missed: required.filter((wanted) => !matched.has(wanted)),
    wrong,
    stanceSeen: seen.length,
    stanceKept: seen.filter(
      (found) => !found.some((each) => each.polarity === 'positive' && each.modality === 'actual'),
    ).length,
  };
}

function isPlain({ polarity, modalities }: GoldRelation): boolean {
  return polarity === 'positive' && modalities.includes('actual');
}

function hasStance({ polarity, modality }: Candidate, wanted: GoldRelation): boolean {
  return wanted.anyStance || (polarity === wanted.polarity && wanted.modalities.includes(modality));
}

/** One candidate for all passages that say the same. A pronoun that leads nowhere gives none: the graph drops it too. */
function findCandidates(extraction: Extraction, gold: GoldDocument): readonly Candidate[] {
  const entityOf = makeEntityLookup(extraction, gold);
  const byId = new Map(extraction.mentions.map((mention) => [mention.id, mention]));
  const end = (id: Relation['object'], literal: Relation['literal']): string | null => {
    if (literal?.type === 'Time') return `{${literal.value}}`;
    const mention = id === null ? undefined : byId.get(id);
    if (mention === undefined) return literal === null ? null : `?${literal.text}`;
    const known = entityOf(mention.id);
    if (known !== null) return known;
    return mention.kind === 'pronoun' ? null : `?${ownWords(extraction, mention)}`;
  };
  const candidates = new Map<string, Candidate>();
  for (const { subject, object, literal, type, polarity, modality, by, evidence } of extraction.relations) {
    const [left, right] = [end(subject, null), end(object, literal)];
    if (type === null || left === null || right === null || left === right) continue;
    const key = JSON.stringify([left, type, right, polarity, modality]);
    if (!candidates.has(key))
      candidates.set(key, { subject: left, type, object: right, polarity, modality, by, evidence });
  }
  return [...candidates.values()];
}

/** Known by their state, and yet no institutions, of which the answers say that they count. */
const TROOPS = /\b(?:troops|forces)$/i;

/** A description is told by its noun: in "Norlandish troops" the name is that of another thing. */
function ownWords(extraction: Extraction, { kind, referent, start, end }: Mention): string {
  const { document, tokens } = extraction;
  const words = document.text.slice(start, end);
  if (kind === 'name' || (referent !== null && !TROOPS.test(words))) return words;
  const noun = nounOf(extraction, tokenAfter(extraction, start), tokenAfter(extraction, end - 1));
  return document.text.slice(tokens[noun.first]?.start, tokens[noun.head]?.end);
}

function countFamily({ matched, missed, wrong }: Tally, family: string | null, ontology: Ontology): Counts {
  const familyOf = new Map(ontology.relationTypes.map((each) => [each.name, each.family]));
  const isIn = (type: string | undefined): boolean => family === null || familyOf.get(type ?? '') === family;
  const correct = matched.filter(({ types }) => isIn(types[0])).length;
  const lost = missed.filter(({ types }) => isIn(types[0])).length;
  const extra = wrong.filter(({ type }) => isIn(type)).length;
  return { correct, found: correct + extra, gold: correct + lost };
}
