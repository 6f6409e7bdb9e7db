// The payload of a graph from its bytes (src/server/graph-bytes.ts): numbers are used where they lie, and what no first
// picture needs (ids, texts that recur) is read when it is first asked for.
import type { GraphHeader, NumberKind, Section } from '../src/server/graph-bytes.ts';
import type { GraphPayload, Numbers } from '../src/server/payload.ts';
import { once } from './once.ts';
import { readJson } from './read-json.ts';

/** The same figures as in graph-bytes.ts, which a test compares. */
export const FORMAT = {
  magic: 0x31475453,
  confidenceSteps: 1000,
  negative: 1,
  disputed: 2,
  derived: 4,
  modalityShift: 3,
} as const;

const ARRAYS = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  i32: Int32Array,
  f32: Float32Array,
} as const satisfies Record<NumberKind, unknown>;

/** @throws where the bytes are no graph, or end too soon. */
export function readGraph(bytes: ArrayBuffer): GraphPayload {
  const columns = openColumns(bytes);
  const { version, title, model, entityTypes, relationTypes, publishers } = columns.header;
  return {
    ...{ version, title, model, entityTypes, relationTypes, publishers },
    speakers: readSpeakers(columns),
    documents: readDocuments(columns),
    entities: readEntities(columns),
    claims: readClaims(columns),
    conflicts: columns.json('conflicts'),
    positions: columns.has('positions') ? (columns.numbers('positions') as Float32Array) : null,
  };
}

function readSpeakers({ json, lists, numbers }: Columns): GraphPayload['speakers'] {
  const text = once(() => json<readonly string[]>('speakers.text'));
  const groups = once(() => lists('speakers.groups', numbers('speakers.groups')));
  return {
    entity: numbers('speakers.entity'),
    get text() {
      return text();
    },
    get groups() {
      return groups();
    },
  };
}

function readDocuments({ ids, json, numbers, words }: Columns): GraphPayload['documents'] {
  return {
    id: ids('documents.id'),
    title: json('documents.title'),
    publisher: Array.from(numbers('documents.publisher')),
    publishedAt: words('documents.publishedAt'),
    copyOf: Array.from(numbers('documents.copyOf')),
    copyShare: json('documents.copyShare'),
    cites: json('documents.cites'),
  };
}

function readEntities({ ids, json, numbers, lists }: Columns): GraphPayload['entities'] {
  const late = once(() => ids('entities.id'));
  const aliases = once(() => lists<string>('entities.aliases', json('entities.aliases')));
  return {
    get id() {
      return late();
    },
    name: json('entities.name'),
    get aliases() {
      return aliases();
    },
    type: numbers('entities.type'),
    mentions: numbers('entities.mentions'),
    described: numbers('entities.described'),
  };
}

function readClaims({ ids, numbers, words, lists }: Columns): GraphPayload['claims'] {
  const flags = numbers('claims.flags');
  const flag = (bit: number): Uint8Array => mapInto(Uint8Array, flags, (value) => Number((value & bit) !== 0));
  const late = {
    id: once(() => ids('claims.id')),
    predicate: once(() => words('claims.predicate') as string[]),
    literal: once(() => words('claims.literal')),
    from: once(() => words('claims.from')),
    to: once(() => words('claims.to')),
    documents: once(() => lists('claims.documents', numbers('claims.documents'))),
  };
  return {
    get id() {
      return late.id();
    },
    type: numbers('claims.type'),
    get predicate() {
      return late.predicate();
    },
    subject: numbers('claims.subject'),
    object: numbers('claims.object'),
    get literal() {
      return late.literal();
    },
    negative: flag(FORMAT.negative),
    modality: mapInto(Uint8Array, flags, (value) => value >> FORMAT.modalityShift),
    disputed: flag(FORMAT.disputed),
    derived: flag(FORMAT.derived),
    confidence: mapInto(Float64Array, numbers('claims.confidence'), (value) => value / FORMAT.confidenceSteps),
    independentSources: numbers('claims.independentSources'),
    get from() {
      return late.from();
    },
    get to() {
      return late.to();
    },
    get documents() {
      return late.documents();
    },
    saidBy: numbers('claims.saidBy'),
  };
}

interface Columns {
  readonly header: GraphHeader;
  readonly has: (name: string) => boolean;
  readonly numbers: (name: string) => TypedNumbers;
  readonly json: <Value>(name: string) => Value;
  readonly ids: (name: string) => readonly string[];
  readonly words: (name: string) => (string | null)[];
  readonly lists: <Item>(name: string, flat: ArrayLike<Item>) => readonly (readonly Item[])[];
}

type TypedNumbers = Numbers & Iterable<number>;

function openColumns(bytes: ArrayBuffer): Columns {
  const words32 = bytes.byteLength < 8 ? null : new Uint32Array(bytes, 0, 2);
  if (words32?.[0] !== FORMAT.magic) throw new Error('These bytes are no graph of Stemma.');
  const start = 8 + (words32[1] ?? 0);
  const text = new TextDecoder();
  const header = readJson<GraphHeader>(text.decode(new Uint8Array(bytes, 8, start - 8)));
  const find = (name: string): Section => {
    const section = header.sections[name];
    if (section === undefined) throw new Error(`This graph lacks its column ${name}.`);
    return section;
  };
  const numbers = (name: string): TypedNumbers => {
    const section = find(name);
    if (section.kind === 'same') return new Int32Array(section.length).fill(section.value);
    if (section.kind === 'json' || section.kind === 'ids') throw new Error(`${name} holds no numbers.`);
    return new ARRAYS[section.kind](bytes, start + section.at, section.length);
  };
  const json = <Value>(name: string): Value => {
    const section = find(name);
    if (section.kind !== 'json') throw new Error(`${name} holds no texts.`);
    return readJson(text.decode(new Uint8Array(bytes, start + section.at, section.length)));
  };
  return {
    header,
    has: (name) => name in header.sections,
    numbers,
    json,
    ids(name) {
      const section = find(name);
      if (section.kind !== 'ids') return json(name);
      return readIds(new Uint8Array(bytes, start + section.at, section.length * 8), section.letter);
    },
    words(name) {
      const known = json<string[]>(`${name}.words`);
      return Array.from(numbers(name), (place) => known[place] ?? null);
    },
    lists: (name, flat) => readLists(numbers(`${name}.count`), flat),
  };
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function readIds(bytes: Uint8Array, letter: string): readonly string[] {
  const ids: string[] = [];
  for (let at = 0; at < bytes.length; at += 8) {
    let id = letter;
    for (let byte = at; byte < at + 8; byte += 1) id += HEX[bytes[byte] as number];
    ids.push(id);
  }
  return ids;
}

/** Lists of one item are shared between those that hold the same: half a million claims do not make half a million. */
function readLists<Item>(counts: Numbers, flat: ArrayLike<Item>): readonly (readonly Item[])[] {
  const alone = new Map<Item, readonly Item[]>();
  const none: readonly Item[] = [];
  const lists: (readonly Item[])[] = [];
  let at = 0;
  for (let place = 0; place < counts.length; place += 1) {
    const count = counts[place] as number;
    if (count === 0) lists.push(none);
    else if (count > 1) lists.push(Array.from({ length: count }, (_, step) => flat[at + step] as Item));
    else {
      const item = flat[at] as Item;
      const known = alone.get(item) ?? [item];
      alone.set(item, known);
      lists.push(known);
    }
    at += count;
  }
  return lists;
}

/** A plain loop: `from` of a typed array walks an iterator, ten times as slow. */
function mapInto<Target extends Uint8Array | Float64Array>(
  Column: new (length: number) => Target,
  values: Numbers,
  change: (value: number) => number,
): Target {
  const target = new Column(values.length);
  for (let place = 0; place < values.length; place += 1) target[place] = change(values[place] as number);
  return target;
}
