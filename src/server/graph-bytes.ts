// The payload of a graph as bytes that need no parsing: a short header in JSON, then columns that a page uses where they
// lie. The reader is viewer/read-graph.ts.
import type { GraphPayload, Numbers } from './payload.ts';

/** "STG1", little-endian: first word of the bytes. The second is the length of the header. */
export const MAGIC = 0x31475453;

/**
 * What lies at an offset from the end of the header: numbers of a width, ids of 16 hex digits as eight bytes, or JSON.
 * `same` needs no bytes: all values are equal.
 */
export type Section =
  | { readonly kind: NumberKind; readonly at: number; readonly length: number }
  | { readonly kind: 'ids'; readonly at: number; readonly length: number; readonly letter: string }
  | { readonly kind: 'json'; readonly at: number; readonly length: number }
  | { readonly kind: 'same'; readonly value: number; readonly length: number };

export type NumberKind = 'u8' | 'i8' | 'u16' | 'i16' | 'i32' | 'f32';

/** First word that a reader checks, then what is small, and where each column lies. */
export interface GraphHeader {
  readonly version: 1;
  readonly title: string;
  readonly model: string;
  readonly entityTypes: GraphPayload['entityTypes'];
  readonly relationTypes: GraphPayload['relationTypes'];
  readonly publishers: readonly string[];
  readonly sections: Readonly<Record<string, Section>>;
}

/** Places of confidence: 0.001 steps, as the payload is rounded. */
export const CONFIDENCE_STEPS = 1000;

/** Bits of the column `claims.flags`; the modality fills those above. */
export const NEGATIVE = 1;
export const DISPUTED = 2;
export const DERIVED = 4;
export const MODALITY_SHIFT = 3;

const ID = /^([a-z])[0-9a-f]{16}$/;
/** Every column begins where a typed array of four bytes a number may begin. */
const ALIGNMENT = 4;
const RANGES: readonly { readonly kind: 'u8' | 'i8' | 'u16' | 'i16'; readonly least: number; readonly most: number }[] =
  [
    { kind: 'u8', least: 0, most: 0xff },
    { kind: 'i8', least: -0x80, most: 0x7f },
    { kind: 'u16', least: 0, most: 0xffff },
    { kind: 'i16', least: -0x8000, most: 0x7fff },
  ];
const ARRAYS = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  i32: Int32Array,
  f32: Float32Array,
} as const;

/** Equal payloads give equal bytes. */
export function writeGraphBytes(payload: GraphPayload): Uint8Array<ArrayBuffer> {
  const { speakers, documents, entities, claims } = payload;
  const columns = new Columns();
  columns.numbers('speakers.entity', speakers.entity);
  columns.json('speakers.text', speakers.text);
  columns.lists('speakers.groups', speakers.groups, (flat) => columns.numbers('speakers.groups', flat));
  columns.ids('documents.id', documents.id);
  columns.json('documents.title', documents.title);
  columns.numbers('documents.publisher', documents.publisher);
  columns.words('documents.publishedAt', documents.publishedAt);
  columns.numbers('documents.copyOf', documents.copyOf);
  columns.json('documents.copyShare', documents.copyShare);
  columns.json('documents.cites', documents.cites);
  columns.ids('entities.id', entities.id);
  columns.json('entities.name', entities.name);
  columns.lists('entities.aliases', entities.aliases, (flat) => columns.json('entities.aliases', flat));
  columns.numbers('entities.type', entities.type);
  columns.numbers('entities.mentions', entities.mentions);
  columns.numbers('entities.described', entities.described);
  columns.ids('claims.id', claims.id);
  columns.numbers('claims.type', claims.type);
  columns.words('claims.predicate', claims.predicate);
  columns.numbers('claims.subject', claims.subject);
  columns.numbers('claims.object', claims.object);
  columns.words('claims.literal', claims.literal);
  columns.numbers('claims.flags', packFlags(claims));
  columns.numbers(
    'claims.confidence',
    Array.from(claims.confidence, (value) => Math.round(value * CONFIDENCE_STEPS)),
  );
  columns.numbers('claims.independentSources', claims.independentSources);
  columns.words('claims.from', claims.from);
  columns.words('claims.to', claims.to);
  columns.lists('claims.documents', claims.documents, (flat) => columns.numbers('claims.documents', flat));
  columns.numbers('claims.saidBy', claims.saidBy);
  columns.json('conflicts', payload.conflicts);
  if (payload.positions !== null) columns.floats('positions', payload.positions);
  const { version, title, model, entityTypes, relationTypes, publishers } = payload;
  return columns.join({ version, title, model, entityTypes, relationTypes, publishers });
}

function packFlags({ id, negative, disputed, derived, modality }: GraphPayload['claims']): number[] {
  return id.map(
    (_, claim) =>
      (negative[claim] === 1 ? NEGATIVE : 0) |
      (disputed[claim] === 1 ? DISPUTED : 0) |
      (derived[claim] === 1 ? DERIVED : 0) |
      ((modality[claim] ?? 0) << MODALITY_SHIFT),
  );
}

/** Columns in the order they are added. */
class Columns {
  readonly #sections: Record<string, Section> = {};
  readonly #parts: Uint8Array[] = [];
  #at = 0;

  /** In the least width that holds them all. */
  numbers(name: string, values: Numbers): void {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let place = 0; place < values.length; place += 1) {
      const value = values[place] as number;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (least === most) {
      this.#sections[name] = { kind: 'same', value: least, length: values.length };
      return;
    }
    const kind = RANGES.find((range) => least >= range.least && most <= range.most)?.kind ?? 'i32';
    const { buffer } = ARRAYS[kind].from(values);
    this.#sections[name] = { kind, at: this.#add(new Uint8Array(buffer)), length: values.length };
  }

  floats(name: string, values: Float32Array): void {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.#sections[name] = { kind: 'f32', at: this.#add(bytes), length: values.length };
  }

  json(name: string, value: unknown): void {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    this.#sections[name] = { kind: 'json', at: this.#add(bytes), length: bytes.length };
  }

  /** Texts that recur: each distinct one once, and by place its number; -1 where there is none. */
  words(name: string, values: readonly (string | null)[]): void {
    const places = new Map<string, number>();
    const numbers = values.map((value) => {
      if (value === null) return -1;
      const known = places.get(value) ?? places.size;
      places.set(value, known);
      return known;
    });
    this.json(`${name}.words`, [...places.keys()]);
    this.numbers(name, numbers);
  }

  /** Lists as one flat column and the length of each. */
  lists<Item>(name: string, values: readonly (readonly Item[])[], addFlat: (flat: Item[]) => void): void {
    this.numbers(
      `${name}.count`,
      values.map((list) => list.length),
    );
    addFlat(values.flat() as Item[]);
  }

  ids(name: string, ids: readonly string[]): void {
    const letter = ids[0]?.charAt(0) ?? '';
    if (ids.length === 0 || !ids.every((id) => ID.exec(id)?.[1] === letter)) {
      this.json(name, ids);
      return;
    }
    const bytes = Buffer.from(ids.map((id) => id.slice(1)).join(''), 'hex');
    this.#sections[name] = { kind: 'ids', at: this.#add(bytes), length: ids.length, letter };
  }

  #add(bytes: Uint8Array): number {
    const at = this.#at;
    const padding = -bytes.length & (ALIGNMENT - 1);
    this.#parts.push(bytes, new Uint8Array(padding));
    this.#at += bytes.length + padding;
    return at;
  }

  join(small: Omit<GraphHeader, 'sections'>): Uint8Array<ArrayBuffer> {
    const text = JSON.stringify({ ...small, sections: this.#sections } satisfies GraphHeader);
    const header = new TextEncoder().encode(text);
    // Spaces at the end of JSON mean nothing, and the columns begin aligned.
    const padding = new Uint8Array(-header.length & (ALIGNMENT - 1)).fill(0x20);
    const words = new Uint32Array([MAGIC, header.length + padding.length]);
    return new Uint8Array(Buffer.concat([new Uint8Array(words.buffer), header, padding, ...this.#parts]));
  }
}
