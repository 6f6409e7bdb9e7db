// One statement a row (RFC 4180), with a byte order mark and no cell that a spreadsheet would run as a formula.
import type { ShownEdge, ShownGraph } from './shown-graph.ts';

const COLUMNS = [
  ...['type', 'predicate', 'polarity', 'modality', 'disputed', 'derived', 'confidence', 'independentSources'],
  ...['articles', 'from', 'to', 'quote', 'document', 'publisher', 'published', 'id'],
] as readonly (keyof ShownEdge)[];

export function toCsv({ nodes, edges }: ShownGraph): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const rows = edges.map((edge) => {
    const [subject, object] = [byId.get(edge.source), byId.get(edge.target)];
    const ends = [subject?.label, subject?.type, edge.label, object?.label, object?.type];
    return [...ends, ...COLUMNS.map((column) => edge[column])];
  });
  const head = ['subject', 'subjectType', 'relation', 'object', 'objectType', ...COLUMNS];
  return `\ufeff${[head, ...rows].map((row) => row.map(toCell).join(',')).join('\r\n')}\r\n`;
}

/** Full-width signs, too, which some spreadsheets fold to ASCII (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Spreadsheets run a cell that begins so; an apostrophe makes it text. */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function toCell(value: unknown): string {
  const text = String(value ?? '');
  const plain = typeof value === 'string' ? guardCell(text) : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
