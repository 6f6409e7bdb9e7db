// `stemma show`: a dossier of one entity: its names, every statement with its sentences, what it did and says, contradictions, why it is one.
import { isAct, isSpeech, isThought } from '../model/extraction.ts';
import type { Claim, Conflict, Decision, Entity } from '../model/graph.ts';
import type { GraphView, StoredGraph } from '../model/graph-view.ts';
import type { Command } from './command.ts';
import { actLines, claimLines, countOf, QUOTES_SHOWN, speechLines } from './describe-claim.ts';
import { findEntity } from './find-entity.ts';
import { GRAPH_OPTION, JSON_OPTION, openGraph } from './find-graph.ts';
import { toPlainLine } from './terminal.ts';

/** Reasons for merging that are told; the others say much the same. */
const REASONS_SHOWN = 6;
/** Acts that are told where nobody asked for all. */
const ACTS_SHOWN = 10;

export const showCommand: Command = {
  options: [
    { flags: '--all', summary: 'every act and every sentence, also where there are many' },
    JSON_OPTION,
    GRAPH_OPTION,
  ],
  async run(words, options, terminal) {
    const graph = openGraph(options);
    try {
      const dossier = makeDossier(graph, findEntity(graph, words.join(' '), terminal));
      if (options.json === true) await terminal.out(`${JSON.stringify(dossier)}\n`);
      else {
        const limit = options.all === true ? Number.POSITIVE_INFINITY : QUOTES_SHOWN;
        await terminal.out(toPlainLine(`${dossierLines(graph, dossier, limit).join('\n')}\n`));
      }
    } finally {
      graph.close();
    }
    return 0;
  },
};

interface Dossier {
  readonly entity: Entity;
  /** Documents that name it. */
  readonly documents: number;
  /** Typed ones first, the best supported first. */
  readonly claims: readonly Claim[];
  readonly conflicts: readonly Conflict[];
  /** What joined its mentions, and what is kept apart from it. */
  readonly decisions: readonly Decision[];
}

function makeDossier(view: StoredGraph, entity: Entity): Dossier {
  const claims = [...view.claimsOf(entity.id)].sort(
    (left, right) =>
      Number(left.type === null) - Number(right.type === null) ||
      Number(left.derivedFrom !== null) - Number(right.derivedFrom !== null) ||
      bySupport(left, right) ||
      (left.id < right.id ? -1 : 1),
  );
  const own = new Set(claims.map(({ id }) => id));
  const isDisputed = claims.some(({ disputed }) => disputed);
  return {
    entity,
    documents: view.countDocuments(entity.mentionIds),
    claims,
    conflicts: isDisputed ? [...view.conflicts()].filter(({ claimIds }) => claimIds.some((id) => own.has(id))) : [],
    decisions: view.decisionsOn(entity.mentionIds),
  };
}

/** The best supported first. */
function bySupport(left: Claim, right: Claim): number {
  return right.independentSources - left.independentSources || right.confidence - left.confidence;
}

function dossierLines(view: GraphView, dossier: Dossier, limit: number): string[] {
  const { entity, documents, claims, conflicts, decisions } = dossier;
  const aliases = entity.aliases.map(({ name, count }) => `${name} (${count})`).join(', ');
  const speeches = inOrderOfDates(view, claims.filter(isSpeech));
  const listed = (heading: string, own: readonly Claim[]): readonly string[] =>
    own.length === 0 ? [] : ['', heading, ...own.flatMap((claim) => speechLines(view, claim, limit))];
  const mentions = new Set(entity.mentionIds);
  const joined = decisions.filter(
    ({ left, right, verdict }) => verdict === 'same' && mentions.has(left) && mentions.has(right),
  );
  const reasons = [...new Set(joined.flatMap((decision) => decision.reasons))];
  return [
    `${entity.name} — ${[entity.type, ...entity.sameAs].join(', ')}`,
    ...(aliases === '' ? [] : [`  written as ${aliases}`]),
    `  ${countOf(entity.mentionIds.length, 'mention')} in ${countOf(documents, 'document')}`,
    ...claims
      .filter((claim) => !isSpeech(claim) && !isAct(claim))
      .flatMap((claim) => ['', ...claimLines(view, claim, limit)]),
    ...actsOf(view, claims.filter(isAct), limit),
    ...listed(
      'Says:',
      speeches.filter((claim) => !isThought(claim)),
    ),
    ...listed('Thinks, by what is told of it:', speeches.filter(isThought)),
    ...(conflicts.length === 0 ? [] : ['', 'The documents disagree (see `stemma conflicts`):']),
    ...conflicts.map(({ reason }) => `    ${reason}`),
    ...(reasons.length === 0 ? [] : ['', 'Why these names are taken for one:']),
    ...reasons.slice(0, REASONS_SHOWN).map((reason) => `    ${reason}`),
    ...(reasons.length > REASONS_SHOWN ? [`    … and ${countOf(reasons.length - REASONS_SHOWN, 'more reason')}`] : []),
  ];
}

/** The best supported, of these the first, with the number of those left out. */
function actsOf(view: GraphView, claims: readonly Claim[], limit: number): readonly string[] {
  if (claims.length === 0) return [];
  const sorted = [...inOrderOfDates(view, claims)].sort(bySupport);
  const shown = Number.isFinite(limit) ? sorted.slice(0, ACTS_SHOWN) : sorted;
  const left = sorted.length - shown.length;
  return [
    '',
    'Did, or had done to it:',
    ...shown.flatMap((claim) => actLines(view, claim, limit)),
    ...(left > 0 ? [`    … and ${left} more (--all)`] : []),
  ];
}

/** By the day of the first document that says it, those without a day last; in the order of the text within a document. */
function inOrderOfDates(view: GraphView, claims: readonly Claim[]): readonly Claim[] {
  const first = (claim: Claim) =>
    claim.evidence
      .map(({ documentId, start }) => ({
        day: view.document(documentId)?.document.publishedAt ?? '~',
        documentId,
        start,
      }))
      .sort(compare)[0] ?? { day: '~', documentId: '', start: 0 };
  return claims
    .map((claim) => ({ claim, ...first(claim) }))
    .sort(compare)
    .map(({ claim }) => claim);
}

interface Passage {
  readonly day: string;
  readonly documentId: string;
  readonly start: number;
}

function compare(left: Passage, right: Passage): number {
  const [one, other] = [left, right].map(({ day, documentId }) => `${day} ${documentId}`);
  return one === other ? left.start - right.start : (one ?? '') < (other ?? '') ? -1 : 1;
}
