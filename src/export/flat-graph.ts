// The graph as plain nodes and edges, for formats that know no more: entities and values, and every claim between them.
import { cutWords, isSpeech } from '../model/extraction.ts';
import type { Claim, Evidence } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import { makeId } from '../model/id.ts';

/** A column has one kind in every row. Lists are lists of strings. */
export type ColumnKind = 'string' | 'long' | 'double' | 'boolean' | 'list';
export type Cell = string | number | boolean | readonly string[] | null;
export type Cells = Readonly<Record<string, Cell>>;

export const NODE_COLUMNS = {
  type: 'string',
  aliases: 'list',
  sameAs: 'list',
  mentions: 'long',
  value: 'string',
  unit: 'string',
} as const satisfies Record<string, ColumnKind>;

/** `quotes`, `documents`, `publishers` and `dates` run in step: one item each a piece of evidence, '' where unknown. */
export const EDGE_COLUMNS = {
  type: 'string',
  predicate: 'string',
  polarity: 'string',
  modality: 'string',
  confidence: 'double',
  independentSources: 'long',
  disputed: 'boolean',
  contradicts: 'list',
  derived: 'boolean',
  derivedFrom: 'list',
  attribution: 'string',
  since: 'string',
  until: 'string',
  timeText: 'string',
  quotes: 'list',
  documents: 'list',
  publishers: 'list',
  dates: 'list',
} as const satisfies Record<string, ColumnKind>;

export interface FlatNode {
  readonly id: string;
  readonly label: string;
  /** Entity type, or Quantity, Time, Event (what somebody did) or Other (words that somebody says) for a value. */
  readonly type: string;
  readonly cells: Readonly<Record<keyof typeof NODE_COLUMNS, Cell>>;
}

export interface FlatEdge {
  /** Id of the claim. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Relation type, `RELATED_TO` for an open claim. */
  readonly label: string;
  /** Independent sources, at least 1: layouts take 0 for no edge. */
  readonly weight: number;
  readonly cells: Readonly<Record<keyof typeof EDGE_COLUMNS, Cell>>;
}

/** Letters of what somebody says that a picture has room for. */
const LONGEST_LABEL = 80;

/** What every flat format loses; the beginning of their `loses`. */
export const FLAT_LOSES =
  'Document texts, mentions, offsets and decisions are left out; every claim is an edge, denied and planned ones too (see polarity, modality), and numbers, dates, things done and words said are nodes (of long words the label is cut, `value` has all)';

/** Entities in order of id, then the values that claims point at, each once. */
export function* flatNodes(view: GraphView): Iterable<FlatNode> {
  for (const { id, name, type, aliases, sameAs, mentionIds } of view.entities()) {
    const names = aliases.map((alias) => alias.name);
    const cells = { type, aliases: names, sameAs, mentions: mentionIds.length, value: null, unit: null };
    yield { id, label: name, type, cells };
  }
  const seen = new Set<string>();
  for (const { literal, ...claim } of view.claims()) {
    const id = targetOf({ ...claim, literal });
    if (literal === null || seen.has(id)) continue;
    seen.add(id);
    const { type, text, unit } = literal;
    const value = String(literal.value);
    yield {
      id,
      label: isSpeech({ literal }) ? cutWords(value, LONGEST_LABEL) : text,
      type,
      cells: { type, aliases: [], sameAs: [], mentions: 0, value, unit },
    };
  }
}

/** One edge a claim, in order of id. */
export function* flatEdges(view: GraphView): Iterable<FlatEdge> {
  const opponents = new Map<string, Set<string>>();
  for (const { claimIds } of view.conflicts()) {
    for (const id of claimIds) {
      const others = opponents.get(id) ?? new Set<string>();
      for (const other of claimIds) if (other !== id) others.add(other);
      opponents.set(id, others);
    }
  }
  for (const claim of view.claims()) {
    const { id, subject, type, predicate, polarity, modality, confidence, independentSources, disputed } = claim;
    yield {
      id,
      source: subject,
      target: targetOf(claim),
      label: type ?? 'RELATED_TO',
      weight: Math.max(1, independentSources),
      cells: {
        ...{ type, predicate, polarity, modality, confidence, independentSources, disputed },
        contradicts: [...(opponents.get(id) ?? [])],
        derived: claim.derivedFrom !== null,
        derivedFrom: claim.derivedFrom ?? [],
        attribution: claim.attribution?.text ?? null,
        since: claim.time?.from ?? null,
        until: claim.time?.to ?? null,
        timeText: claim.time?.text ?? null,
        ...sourcesOf(view, claim.evidence),
      },
    };
  }
}

function targetOf({ object, literal }: Claim): string {
  if (object !== null) return object;
  if (literal === null) return '';
  return `v${makeId('claim', literal.type, literal.value, literal.unit, literal.text).slice(1)}`;
}

function sourcesOf(view: GraphView, evidence: readonly Evidence[]) {
  const documents = evidence.map((piece) => view.document(piece.documentId)?.document);
  return {
    quotes: evidence.map((piece) => piece.quote),
    documents: documents.map((document) => document?.source ?? ''),
    publishers: documents.map((document) => document?.publisher ?? ''),
    dates: documents.map((document) => document?.publishedAt ?? ''),
  };
}
