// The learned coreference step: pronouns and nominals find their names; rules join names and acronyms before it.
import { type Chain, type Extraction, type Mention, withLayers } from '../../model/extraction.ts';
import { type MentionId, makeId } from '../../model/id.ts';
import { compareSpans } from '../../model/span.ts';
import { loadPairSession } from '../../onnx/pair-session.ts';
import { type Labels, loadTextSession } from '../../onnx/text-session.ts';
import { chainNames, findNominals } from '../chains/chains.ts';
import { readSegments } from '../encoder/read-document.ts';
import { addMentions, makeMention } from '../names/make-mention.ts';
import type { Step } from '../step.ts';
import { type Candidate, findCandidates } from './candidate-mentions.ts';
import { type Clustered, clusterMentions } from './cluster.ts';
import { isPersonal } from './entities.ts';
import { mentionLabels } from './read-mention.ts';
import { type Reach, scoreLinks } from './score-links.ts';

const BY = 'coreference@1';
/** Precision of the rules' name groups. */
const NAMES_SCORE = 0.95;
/** A pronoun or nominal joins a chain where the chance that its links are right reaches this. */
const LEAST_TRUST = { pronoun: 0.25, nominal: 0.35 } as const;

const BODIES = new Set(['Organization', 'Place', 'Group']);

export const coreferenceStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tree', 'mentions', 'relations'],
  assigns: ['mentions', 'chains'],
  async run(extraction) {
    const { grown, groups } = joinByRule(extraction);
    const members = new Map<number, Mention[]>(); // by group
    for (const mention of grown.mentions) pushTo(members, groups.get(mention.id), mention);
    const added: Mention[] = [];
    const taken = new Set(grown.mentions.map(({ start, end }) => `${start}:${end}`));
    const { labels } = await loadTextSession();
    const joined: number[][] = []; // groups that coreference found to be one
    for await (const clustered of clusterRead({ grown, groups })) {
      for (const cluster of byCluster(clustered)) {
        const named = [...new Set(cluster.flatMap(({ candidate }) => groupsOf(candidate, groups)))];
        const first = named[0];
        if (first === undefined) continue;
        if (named.length > 1) joined.push(named);
        const isCalled = cluster.some(({ candidate }) => isPersonal(candidate));
        const type = isCalled ? 'Person' : typeOf(named.flatMap((group) => members.get(group) ?? []));
        for (const member of cluster) {
          if (member.trust < leastTrust(member.candidate, labels)) continue;
          for (const known of member.candidate.known) if (!groups.has(known.id)) pushTo(members, first, known);
          const mention = newMention(grown, member, type, labels);
          if (mention === null || taken.has(`${mention.start}:${mention.end}`)) continue;
          added.push(mention);
          pushTo(members, first, mention);
        }
      }
    }
    const chains = toChains(mergeGroups(members, joined));
    return withLayers(addMentions(grown, added), { chains: [...extraction.chains, ...chains] });
  },
};

/** All clusters of a document, nominals among themselves included, segment by segment; as the step makes them. */
export async function* clusterSegments(extraction: Extraction): AsyncGenerator<Clustered[]> {
  const mentions = extraction.mentions.filter(({ by }) => by !== BY && !by.startsWith('chains'));
  yield* clusterRead(joinByRule(withLayers(extraction, { mentions })));
}

async function* clusterRead(joined: Joined): AsyncGenerator<Clustered[]> {
  const { labels } = await loadTextSession();
  for await (const { candidates, reaches } of scoreSegments(joined))
    yield clusterMentions(joined.grown, candidates, reaches, joined.groups, mentionLabels(labels));
}

/** What the decisions on antecedents are made of, segment by segment; for training. */
export async function* readCandidates(extraction: Extraction): AsyncGenerator<Joined & Scored> {
  const joined = joinByRule(extraction);
  for await (const scored of scoreSegments(joined)) yield { ...joined, ...scored };
}

interface Scored {
  readonly candidates: readonly Candidate[];
  readonly reaches: readonly Reach[];
}

async function* scoreSegments({ grown }: Joined): AsyncGenerator<Scored> {
  const [{ labels }, session] = await Promise.all([loadTextSession(), loadPairSession()]);
  for await (const segment of readSegments(grown)) {
    const candidates = findCandidates(grown, segment, labels);
    yield { candidates, reaches: await scoreLinks(session, segment, candidates) };
  }
}

/** An extraction with the nominals that rules find, and the group that they put a mention in. */
interface Joined {
  readonly grown: Extraction;
  readonly groups: ReadonlyMap<MentionId, number>;
}

/** What the rules say: names that are one, nominals and speakers with their names. */
function joinByRule(extraction: Extraction): Joined {
  const named = chainNames(extraction);
  const nominals = findNominals(extraction, named);
  const grown = addMentions(
    extraction,
    nominals.map(({ mention }) => mention),
  );
  return {
    grown,
    groups: new Map<MentionId, number>([
      ...named.map(({ member, group }): [MentionId, number] => [member.id, group]),
      ...nominals.map(({ mention, group }): [MentionId, number] => [mention.id, group]),
    ]),
  };
}

function groupsOf({ known }: Candidate, groups: ReadonlyMap<MentionId, number>): number[] {
  return known.flatMap(({ id }) => groups.get(id) ?? []);
}

function byCluster(clustered: readonly Clustered[]): Clustered[][] {
  const clusters = new Map<number, Clustered[]>();
  for (const member of clustered) pushTo(clusters, member.cluster, member);
  return [...clusters.values()];
}

function pushTo<Item>(lists: Map<number, Item[]>, key: number | undefined, item: Item): void {
  if (key === undefined) return;
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** What the names of a chain are, the most frequent type; a people read as its country counts as the country. */
function typeOf(members: readonly Mention[]): string {
  const counts = new Map<string, number>();
  for (const { type, referent } of members) {
    const own = referent?.type ?? type;
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? 'Other';
}

function leastTrust({ kind }: Candidate, { mentionKinds }: Labels): number {
  return mentionKinds[kind] === 'pronoun' ? LEAST_TRUST.pronoun : LEAST_TRUST.nominal;
}

/** The mention for a pronoun or nominal; null for what is known, and for a name, which the name steps refused. */
function newMention(
  extraction: Extraction,
  { candidate, trust }: Clustered,
  type: string,
  labels: Labels,
): Mention | null {
  const kind = labels.mentionKinds[candidate.kind];
  if (candidate.known.length > 0 || (kind !== 'pronoun' && kind !== 'nominal')) return null;
  if (kind === 'nominal' && !isOneSort(labels.entityTypes[candidate.type] ?? '', type)) return null;
  return makeMention(extraction, {
    first: candidate.start,
    last: candidate.end - 1,
    head: candidate.head,
    type,
    kind,
    score: trust,
    by: BY,
    referent: null,
  });
}

/** "The case" is no company, whatever it was linked to; bodies, places and peoples stand for one another. */
function isOneSort(left: string, right: string): boolean {
  return left === right || (BODIES.has(left) && BODIES.has(right));
}

function mergeGroups(members: ReadonlyMap<number, Mention[]>, joined: readonly number[][]): Mention[][] {
  const into = new Map<number, number>();
  const find = (group: number): number => {
    const next = into.get(group);
    return next === undefined ? group : find(next);
  };
  for (const [first, ...others] of joined) {
    for (const other of others) {
      const [left, right] = [find(first ?? other), find(other)];
      if (left !== right) into.set(Math.max(left, right), Math.min(left, right));
    }
  }
  const merged = new Map<number, Mention[]>();
  for (const [group, mentions] of members) for (const mention of mentions) pushTo(merged, find(group), mention);
  return [...merged.values()];
}

function toChains(groups: readonly Mention[][]): Chain[] {
  return groups
    .filter((group) => group.length > 1)
    .map((group) => {
      const sorted = [...group].sort(compareSpans);
      const weakest = sorted.reduce((least, { kind, score }) => (kind === 'name' ? least : Math.min(least, score)), 1);
      return {
        id: makeId('chain', ...sorted.map(({ id }) => id)),
        mentionIds: sorted.map(({ id }) => id),
        score: Math.min(NAMES_SCORE, weakest),
        by: BY,
      };
    })
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}
