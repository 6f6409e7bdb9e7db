// Turns what the engine returns into JSON: integers as numbers, nodes and relationships as plain objects.

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/**
 * A node becomes `{labels, properties}`, a relationship `{type, properties}`, a path `{nodes, relationships}`; a date
 * ISO 8601 text; an integer beyond 2^53 its digits as text, since a JSON number would round it.
 */
export function toJsonValue(value: unknown): JsonValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object') return typeof value === 'boolean' ? value : String(value);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return [...(value as Uint8Array)].map(toJsonValue);
  if (Array.isArray(value)) return value.map(toJsonValue);
  return toJsonObject(value as Record<string, unknown>);
}

function toJsonObject(value: Readonly<Record<string, unknown>>): JsonValue {
  const { _id, _labels, _type, _source, _target, ...properties } = value;
  if (_id !== undefined && Array.isArray(_labels))
    return { labels: toJsonValue(_labels), properties: toMap(properties) };
  if (_id !== undefined && typeof _type === 'string') return { type: _type, properties: toMap(properties) };
  const { nodes, edges, ...rest } = value;
  if (Array.isArray(nodes) && Array.isArray(edges) && Object.keys(rest).length === 0) {
    return { nodes: toJsonValue(nodes), relationships: toJsonValue(edges) };
  }
  return toMap(value);
}

function toMap(value: Readonly<Record<string, unknown>>): { readonly [name: string]: JsonValue } {
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toJsonValue(item)]));
}
