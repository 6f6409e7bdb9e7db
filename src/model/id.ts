// Ids come from content, never from chance or a clock, so that two builds give equal bytes.
import { createHash, hash } from 'node:crypto';

declare const brand: unique symbol;
type Branded<Kind extends string> = string & { readonly [brand]: Kind };

export type DocumentId = Branded<'document'>;
export type MentionId = Branded<'mention'>;
export type RelationId = Branded<'relation'>;
export type ChainId = Branded<'chain'>;
export type EntityId = Branded<'entity'>;
export type ClaimId = Branded<'claim'>;
export type ConflictId = Branded<'conflict'>;

const PREFIX = {
  document: 'd',
  mention: 'm',
  relation: 'r',
  chain: 'k',
  entity: 'e',
  claim: 'c',
  conflict: 'x',
} as const;

interface Ids {
  document: DocumentId;
  mention: MentionId;
  relation: RelationId;
  chain: ChainId;
  entity: EntityId;
  claim: ClaimId;
  conflict: ConflictId;
}

const DIGITS = 16;
const ID = Buffer.alloc(1 + DIGITS);

/** One letter for the kind and 16 hex digits (64 bits) of the SHA-256 of the parts. */
export function makeId<Kind extends keyof Ids>(
  kind: Kind,
  ...parts: readonly (string | number | null | Uint8Array)[]
): Ids[Kind] {
  const digest = digestOf(parts);
  // Written out of one buffer: joined of pieces, an id would keep all 64 digits in memory, and a large folder has millions.
  ID.write(PREFIX[kind], 0, 'latin1');
  ID.write(digest, 1, DIGITS, 'latin1');
  return ID.toString('latin1') as Ids[Kind];
}

/** What JSON.stringify may write otherwise. */
const ESCAPED = /["\\\p{Cc}\ud800-\udfff]/u;

function digestOf(parts: readonly (string | number | null | Uint8Array)[]): string {
  let text = '';
  for (const part of parts) {
    if (part instanceof Uint8Array) return digestOfBytes(parts);
    // As JSON.stringify writes whole numbers and plain words, which most parts are.
    if (Number.isInteger(part)) text += `${part}\u0000`;
    else if (typeof part === 'string' && !ESCAPED.test(part)) text += `"${part}"\u0000`;
    else text += `${JSON.stringify(part)}\u0000`;
  }
  return hash('sha256', text, 'hex');
}

function digestOfBytes(parts: readonly (string | number | null | Uint8Array)[]): string {
  const hasher = createHash('sha256');
  for (const part of parts) hasher.update(part instanceof Uint8Array ? part : JSON.stringify(part)).update('\u0000');
  return hasher.digest('hex');
}
