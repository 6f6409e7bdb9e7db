// Annotated documents that say which names are one thing, also across documents, read by the real steps; and which unit is which thing.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractDocument } from '../../src/extract/index.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { MentionId } from '../../src/model/id.ts';
import type { Ontology } from '../../src/model/ontology.ts';
import { type ChainedName, mentionFor } from '../evaluate/chained.ts';
import { codePointOffsets, makeDocument, readRows } from '../evaluate/corpora.ts';

/** Corpora whose names bear an identity that holds across their documents. */
export const CORPORA = ['meantime-dev', 'docie-train', 'gum-train'] as const;

/** A folder of one corpus. */
export interface IdentifiedFolder {
  readonly corpus: string;
  readonly extractions: readonly Extraction[];
  /** What a mention stands for, where the annotators say so. */
  readonly identities: ReadonlyMap<MentionId, string>;
  /** Names of each document that have an identity, same places as the extractions. */
  readonly names: readonly (readonly ChainedName[])[];
}

interface Row {
  readonly id: string;
  readonly genre?: string;
  readonly text: string;
  readonly mentions: readonly { start: number; end: number; type: string; kind: string; entity: number | null }[];
  readonly entities: readonly { chain?: string; wikidata: string | null; wikipedia: string | null }[];
}

/** Of GUM, those genres that name people, bodies and places as news do. */
const GENRES = new Set(['news', 'bio', 'interview', 'voyage', 'speech']);

/** @param cache Folder in which extractions are kept between runs; null for none. */
export async function readIdentified(
  folder: string,
  corpus: string,
  ontology: Ontology,
  cache: string | null,
): Promise<IdentifiedFolder | null> {
  const rows = readRows<Row>(folder, corpus)?.filter(({ genre }) => corpus !== 'gum-train' || GENRES.has(genre ?? ''));
  if (rows === undefined) return null;
  const extractions = await extractAll(rows, cache === null ? null : join(cache, `${corpus}.json`), ontology);
  const names = rows.map(namesOf);
  const identities = new Map<MentionId, string>();
  for (const [place, extraction] of extractions.entries()) {
    for (const name of names[place] ?? []) {
      const mention = mentionFor(name, extraction);
      if (mention !== null) identities.set(mention.id, name.chain);
    }
  }
  return { corpus, extractions, identities, names };
}

async function extractAll(rows: readonly Row[], path: string | null, ontology: Ontology): Promise<Extraction[]> {
  if (path !== null && existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Extraction[];
  const extractions: Extraction[] = [];
  for (const { id, text } of rows) extractions.push(await extractDocument(makeDocument(id, text), { ontology }));
  if (path !== null) {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, JSON.stringify(extractions));
  }
  return extractions;
}

function namesOf({ text, mentions, entities }: Row): ChainedName[] {
  const offsets = codePointOffsets(text);
  return mentions.flatMap(({ start, end, type, kind, entity }) => {
    const known = entity === null ? undefined : entities[entity];
    const chain = known?.chain ?? known?.wikidata ?? known?.wikipedia;
    if (kind !== 'name' || type.startsWith('EVENT') || !chain) return [];
    return [{ start: offsets[start] ?? 0, end: offsets[end] ?? 0, chain }];
  });
}
