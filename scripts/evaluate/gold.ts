// Reads data/gold: the answers made by hand for data/articles, placed in the texts as the readers give them (form: data/gold/README.md).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/model/document.ts';
import type { Modality, Polarity } from '../../src/model/extraction.ts';
import type { Span } from '../../src/model/span.ts';
import { listFiles, readListed } from '../../src/read/index.ts';
import { placeMentions, placeQuote, type RawMention } from './gold-places.ts';

/** The key of an entity in corpus.json: the same in all documents, so that equal keys are one thing and others are not. */
export type GoldEntityKey = string;

export interface GoldEntity {
  readonly type: string;
  readonly name: string;
}

export interface GoldMention extends Span {
  readonly entity: GoldEntityKey;
}

/** What a claim is about: an entity, or a moment as an ISO 8601 date of any precision. */
export type GoldObject = GoldEntityKey | { readonly time: string };

export interface GoldRelation {
  readonly subject: GoldEntityKey;
  /** Any of these is right; the first is the best. */
  readonly types: readonly string[];
  readonly object: GoldObject;
  readonly polarity: Polarity;
  /** Any of these is right. */
  readonly modalities: readonly Modality[];
  /** True where the text can be read either way: neither polarity nor modality is asked. */
  readonly anyStance: boolean;
  /** True where finding it is no error and missing it neither. */
  readonly optional: boolean;
  readonly attribution: GoldEntityKey | null;
  /** The words that say it; the sentence around them is the evidence. */
  readonly quote: Span;
}

/** A quotation in marks: where its words begin, and who says them. */
export interface GoldQuotation {
  readonly start: number;
  readonly speaker: GoldEntityKey;
}

export interface GoldDocument {
  readonly document: Document;
  readonly mentions: readonly GoldMention[];
  readonly relations: readonly GoldRelation[];
  readonly quotations: readonly GoldQuotation[];
}

/** A passage of a document; `quote` null where the whole document is meant. */
export interface GoldPassage {
  readonly source: string;
  readonly quote: string | null;
}

/** One side of a conflict: a number, or a claim. */
export interface GoldSide {
  readonly value?: number;
  readonly subject?: GoldEntityKey;
  readonly relation?: string;
  readonly object?: GoldObject;
  readonly polarity?: Polarity;
  readonly modality?: Modality;
  /** Where it is said; left out where the relations of the documents tell. */
  readonly passages?: readonly GoldPassage[];
}

export interface GoldConflict {
  readonly type: 'quantity' | 'role' | 'functional' | 'polarity';
  readonly about: string;
  readonly sides: readonly GoldSide[];
}

/** What holds between documents. */
export interface GoldCorpus {
  readonly entities: Readonly<Record<GoldEntityKey, GoldEntity>>;
  /** Names that are easily taken for different things. */
  readonly same: readonly { readonly entity: GoldEntityKey; readonly names: readonly string[] }[];
  /** Things that are easily taken for one. */
  readonly apart: readonly { readonly left: GoldEntityKey; readonly right: GoldEntityKey; readonly why: string }[];
  readonly conflicts: readonly GoldConflict[];
  /** Claims that only look as if they contradicted each other. */
  readonly noConflicts: readonly { readonly about: string; readonly sides: readonly GoldSide[] }[];
  readonly copies: readonly { readonly copy: string; readonly of: string }[];
  readonly citations: readonly (GoldPassage & { readonly outlet: string; readonly cited: string | null })[];
  /** In the order of their sources. */
  readonly documents: readonly GoldDocument[];
}

interface RawRelation {
  readonly subject: GoldEntityKey;
  readonly type: string | readonly string[];
  readonly object: GoldObject;
  readonly polarity?: Polarity;
  readonly modality?: Modality | readonly Modality[];
  readonly stance?: 'any';
  readonly optional?: boolean;
  readonly attribution?: GoldEntityKey;
  readonly quote: string;
}

interface RawDocument {
  readonly source: string;
  readonly mentions: Readonly<Record<GoldEntityKey, readonly RawMention[]>>;
  readonly relations: readonly RawRelation[];
  readonly quotations: readonly { readonly start: string; readonly speaker: GoldEntityKey }[];
}

/**
 * The gold of `folder` (data/gold) on the articles beside it (data/articles).
 * @throws Error naming every surface, quotation and document that is not there.
 */
export async function readGold(folder: string): Promise<GoldCorpus> {
  const corpus = readJson<Omit<GoldCorpus, 'documents'>>(join(folder, 'corpus.json'));
  const articles = await readArticles(join(folder, '..', 'articles'));
  const problems: string[] = [];
  const documents: GoldDocument[] = [];
  const names = readdirSync(join(folder, 'documents')).filter((name) => name.endsWith('.json'));
  for (const name of names.sort()) {
    const raw = readJson<RawDocument>(join(folder, 'documents', name));
    const document = articles.get(raw.source);
    if (document === undefined) problems.push(`${name}: no article ${raw.source}`);
    else documents.push(placeGold(raw, document, corpus.entities, problems));
  }
  if (problems.length > 0) throw new Error(`data/gold:\n${problems.join('\n')}`);
  documents.sort((left, right) => (left.document.source < right.document.source ? -1 : 1));
  return { ...corpus, documents };
}

/** The articles by their sources, as the readers give them. */
export async function readArticles(folder: string): Promise<ReadonlyMap<string, Document>> {
  const articles = new Map<string, Document>();
  for (const entry of await listFiles([folder])) {
    const { documents } = await readListed(entry);
    for (const document of documents) articles.set(document.source, document);
  }
  return articles;
}

function placeGold(
  raw: RawDocument,
  document: Document,
  entities: GoldCorpus['entities'],
  problems: string[],
): GoldDocument {
  const report = (text: string): void => void problems.push(`${raw.source}: ${text}`);
  const mentions = placeMentions(document.text, raw.mentions, entities, report);
  const known = new Set(mentions.map(({ entity }) => entity));
  const need = (key: GoldObject | undefined): void => {
    if (typeof key === 'string' && !known.has(key)) report(`no mention of "${key}"`);
  };
  const relations = raw.relations.map((relation): GoldRelation => {
    for (const key of [relation.subject, relation.object, relation.attribution]) need(key);
    return {
      subject: relation.subject,
      types: [relation.type].flat(),
      object: relation.object,
      polarity: relation.polarity ?? 'positive',
      modalities: [relation.modality ?? 'actual'].flat(),
      anyStance: relation.stance === 'any',
      optional: relation.optional ?? false,
      attribution: relation.attribution ?? null,
      quote: placeQuote(document.text, relation.quote, report),
    };
  });
  const quotations = raw.quotations.map(({ start, speaker }) => {
    need(speaker);
    return { start: placeQuote(document.text, start, report).start, speaker };
  });
  return { document, mentions, relations, quotations };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
