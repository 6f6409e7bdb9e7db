// Reads the jsonl export back, independently of the writer: lines by kind, as plain objects.

export type Line = Readonly<Record<string, unknown>> & { readonly kind: string };

/** Lines of format version 1, in order. Throws where a line is no JSON object or the header is not first. */
export function parseJsonl(text: string): Line[] {
  if (!text.endsWith('\n')) throw new Error('jsonl: the last line is not ended');
  const lines = text.slice(0, -1).split('\n');
  const parsed = lines.map((line) => JSON.parse(line) as Line);
  if (parsed[0]?.kind !== 'stemma' || parsed[0].version !== 1) throw new Error('jsonl: the header is not first');
  return parsed;
}
