// Names what an extraction was made from: where the name is the same, the extraction need not be made again.
import { createHash } from 'node:crypto';
import type { Document } from '../model/document.ts';
import type { Ontology } from '../model/ontology.ts';

/** 16 hex digits that stand for an extractor with the tables it reads and the ontology it works with. */
export function engineOf(extractorVersion: string, ontology: Ontology): string {
  return shortHash([extractorVersion, ontology]);
}

/** The engine, and 16 hex digits for all of the document that an extraction depends on: not where it was found. */
export function extractionVersion(engine: string, document: Document): string {
  return `${engine}-${shortHash({ ...document, source: '', alsoAt: [] })}`;
}

/** True for a version that this engine made. */
export function isOfEngine(version: string, engine: string): boolean {
  return version.startsWith(`${engine}-`);
}

function shortHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
