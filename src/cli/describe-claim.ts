// A claim in words: who, what, whom, whether it is denied or planned, who says so, and the sentences behind it.
import { tellPlace } from '../model/document.ts';
import { actWords, isSpeech, isThought, type TimeRange } from '../model/extraction.ts';
import type { Claim, Evidence } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import { saySources } from '../model/say-sources.ts';
import { oneLine } from './terminal.ts';

/** Sentences shown for one claim where nobody asked for all of them. */
export const QUOTES_SHOWN = 5;

/** One line: `Ada Quill — HEAD_OF_STATE_OF (president) → Norland [denied; 2 independent sources]`. */
export function describeClaim(view: GraphView, claim: Claim): string {
  const object = claim.object === null ? oneLine(claim.literal?.text ?? '') : nameOf(view, claim.object);
  const label = claim.type === null ? claim.predicate : `${claim.type} (${claim.predicate})`;
  const marks = [
    ...stanceMarks(claim),
    claim.derivedFrom !== null
      ? 'follows from other statements'
      : countOf(claim.independentSources, 'independent source'),
    claim.attribution === null || isSpoken(claim) ? '' : `says ${speakerName(view, claim.attribution)}`,
    sayTime(claim.time),
  ].filter((mark) => mark !== '');
  return `${nameOf(view, claim.subject)} — ${label} → ${object} [${marks.join('; ')}]`;
}

/** Of words that their subject says, the speaker is the subject. */
function isSpoken(claim: Claim): boolean {
  return isSpeech(claim) && !isThought(claim);
}

function stanceMarks({ polarity, modality, disputed }: Claim): string[] {
  return [polarity === 'negative' ? 'denied' : '', modality === 'actual' ? '' : modality, disputed ? 'disputed' : ''];
}

/** What somebody did and, indented, its sentences: at most `limit`, with the number of those left out. */
export function actLines(view: GraphView, claim: Claim, limit = QUOTES_SHOWN): string[] {
  const told = `    ${oneLine(actWords(claim))}${briefMarks(view, claim)}`;
  return [told, ...passageLines(view, claim, limit).map((line) => `    ${line}`)];
}

/** What a line below a heading must still tell; one source is a matter of course there. */
function briefMarks(view: GraphView, claim: Claim): string {
  const { independentSources, attribution, time } = claim;
  const sources = independentSources > 1 ? countOf(independentSources, 'independent source') : '';
  const teller = attribution === null || isSpoken(claim) ? '' : `says ${speakerName(view, attribution)}`;
  const marks = [...stanceMarks(claim), sources, teller, sayTime(time)].filter((mark) => mark !== '');
  return marks.length === 0 ? '' : ` [${marks.join('; ')}]`;
}

/** What somebody says and, indented, where it stands: at most `limit` places, with the number of those left out. */
export function speechLines(view: GraphView, claim: Claim, limit = QUOTES_SHOWN): string[] {
  const { predicate, evidence } = claim;
  const places = [...new Set(evidence.map((piece) => placeOf(view, piece)))];
  const left = places.length - Math.min(places.length, limit);
  return [
    `    ${predicate}: “${oneLine(claim.literal?.text ?? '')}”${briefMarks(view, claim)}`,
    ...places.slice(0, limit).map((place) => `        — ${place}`),
    ...(left > 0 ? [`        … and ${countOf(left, 'more place')}`] : []),
  ];
}

/**
 * The claim and, indented, its sentences: at most `limit`, each text once, with the number of those left out.
 * A derived claim shows the statements that it stands on.
 */
export function claimLines(view: GraphView, claim: Claim, limit = QUOTES_SHOWN): string[] {
  if (claim.derivedFrom !== null) {
    const grounds = claim.derivedFrom.flatMap((id) => view.claim(id) ?? []);
    return [describeClaim(view, claim), ...grounds.map((ground) => `    because ${describeClaim(view, ground)}`)];
  }
  return [describeClaim(view, claim), ...passageLines(view, claim, limit)];
}

/** Why its sources count as they do, and its sentences with where they stand. */
function passageLines(view: GraphView, claim: Claim, limit: number): string[] {
  const hasOneSpeaker = claim.attribution !== null;
  const told = claim.evidence.map((piece) => {
    const speaker = hasOneSpeaker || piece.attribution === null ? '' : `; says ${speakerName(view, piece.attribution)}`;
    return `    ${describeEvidence(view, piece)}${speaker}`;
  });
  const passages = [...new Set(told)]; // one sentence may say it twice
  const shown = passages.slice(0, limit);
  const left = passages.length - shown.length;
  const sources = (claim.sourceLinks ?? []).length === 0 ? [] : [`    (${saySources(view, claim)})`];
  return [...sources, ...shown, ...(left > 0 ? [`    … and ${countOf(left, 'more passage')}`] : [])];
}

/** The quote with where it stands: `“…” — Norland Post, 2031-05-02 (a.txt)`. */
export function describeEvidence(view: GraphView, piece: Evidence): string {
  return `“${oneLine(piece.quote)}” — ${placeOf(view, piece)}`;
}

function placeOf(view: GraphView, { documentId }: Evidence): string {
  const document = view.document(documentId)?.document;
  return document === undefined ? `(${documentId})` : tellPlace(document);
}

/** Who says so by name, where the text has only "he". */
export function speakerName(view: GraphView, { entity, text }: NonNullable<Claim['attribution']>): string {
  return (entity === null ? undefined : view.entity(entity)?.name) ?? text;
}

/** `1 source`, `2 sources`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Name of an entity, its id where it is not in the graph. */
export function nameOf(view: GraphView, id: Claim['subject']): string {
  return view.entity(id)?.name ?? id;
}

function sayTime(time: TimeRange | null): string {
  if (time === null) return '';
  const dates = [...new Set([time.from, time.to])].filter((date) => date !== null).join(' to ');
  return dates === '' || dates === time.text ? time.text : `${time.text}, ${dates}`;
}
