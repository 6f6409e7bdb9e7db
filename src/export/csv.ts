// Writes one row a quotation for spreadsheets: who, what, whom, who says so, and where it stands.
import { stringify } from 'csv-stringify/sync';
import type { Exporter } from '../model/exporter.ts';
import type { Claim, Evidence } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import { makeTextWriter } from './text-writer.ts';

type Cell = string | number | boolean | null;

export const csvExporter: Exporter = {
  name: 'csv',
  extension: '.csv',
  mediaType: 'text/csv',
  loses:
    'Document texts, mentions, aliases and decisions are left out; text that a spreadsheet would run as a formula (it begins with = + - or @) gets a leading apostrophe, and NUL is removed.',
  async write(view, sink) {
    const writer = makeTextWriter(sink);
    // Without the byte order mark Excel reads UTF-8 as the local code page and garbles every curly quote.
    let head = '\uFEFF';
    for (const row of rows(view)) {
      const cells = Object.values(row).map(guard);
      const header = head === '' ? '' : `${head}${stringify([Object.keys(row)])}`;
      await writer.write(`${header}${stringify([cells])}`);
      head = '';
    }
    if (head !== '') await writer.write(`${head}${stringify([Object.keys(emptyRow)])}`);
    await writer.flush();
  },
};

/** Also the full-width forms, which some spreadsheets fold to ASCII (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Numbers cannot be formulas and stay numbers, negative ones too. */
function guard(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = cell.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '\uFFFD');
  return FORMULA.test(text) ? `'${text}` : text;
}

const noEvidence = { quote: null, source: null, title: null, publisher: null, publishedAt: null, url: null } as const;
const noPlace = { start: null, end: null, evidenceScore: null, by: null } as const;

/** A claim that is derived, and so has no evidence of its own, has one row without a quote. */
function* rows(view: GraphView): Iterable<Record<string, Cell>> {
  for (const claim of view.claims()) {
    const about = claimCells(view, claim);
    if (claim.evidence.length === 0) yield { ...about, ...speechCells(claim), ...noEvidence, ...noPlace };
    for (const piece of claim.evidence) yield { ...about, ...speechCells(piece), ...evidenceCells(view, piece) };
  }
}

function claimCells(view: GraphView, claim: Claim): Record<string, Cell> {
  const { id, type, predicate, polarity, modality, confidence, independentSources, disputed, literal } = claim;
  const subject = view.entity(claim.subject);
  const object = claim.object === null ? undefined : view.entity(claim.object);
  return {
    claim: id,
    subject: subject?.name ?? claim.subject,
    subjectType: subject?.type ?? null,
    ...{ relation: type, predicate },
    object: object?.name ?? claim.object ?? literal?.text ?? null,
    objectType: object?.type ?? literal?.type ?? null,
    value: literal?.value ?? null,
    unit: literal?.unit ?? null,
    ...{ polarity, modality, confidence, independentSources, disputed },
    derivedFrom: claim.derivedFrom?.join(' ') ?? null,
  };
}

function speechCells({ attribution, time }: Pick<Claim, 'attribution' | 'time'>): Record<string, Cell> {
  return {
    saidBy: attribution?.text ?? null,
    since: time?.from ?? null,
    until: time?.to ?? null,
    timeText: time?.text ?? null,
  };
}

function evidenceCells(view: GraphView, piece: Evidence): Record<string, Cell> {
  const document = view.document(piece.documentId)?.document;
  return {
    quote: piece.quote,
    source: document?.source ?? piece.documentId,
    title: document?.title ?? null,
    publisher: document?.publisher ?? null,
    publishedAt: document?.publishedAt ?? null,
    url: document?.url ?? null,
    ...{ start: piece.start, end: piece.end, evidenceScore: piece.score, by: piece.by },
  };
}

/** Names of the columns where there is no row to take them from. */
const emptyRow: Record<string, Cell> = {
  ...{ claim: null, subject: null, subjectType: null, relation: null, predicate: null, object: null, objectType: null },
  ...{ value: null, unit: null, polarity: null, modality: null, confidence: null, independentSources: null },
  ...{ disputed: null, derivedFrom: null, saidBy: null, since: null, until: null, timeText: null },
  ...noEvidence,
  ...noPlace,
};
