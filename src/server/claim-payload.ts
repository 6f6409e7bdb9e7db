// One claim with its sentences and what is to be marked in them.
import { holdsVerb, isAct, isSpeech, type TimeRange } from '../model/extraction.ts';
import type { Claim, DocumentRecord, Evidence } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { MentionId } from '../model/id.ts';
import { saySourceLinks } from '../model/say-sources.ts';
import type { ClaimPayload, EvidencePayload, QuotePayload, Range } from './payload.ts';

/** Evidence in the order of the claim (by document and start). */
export function makeClaimPayload(view: GraphView, claim: Claim): ClaimPayload {
  return {
    id: claim.id,
    speaker: claim.attribution,
    time: timeText(claim.time),
    derivedFrom: claim.derivedFrom ?? [],
    sources: saySourceLinks(view, claim.sourceLinks ?? []),
    evidence: claim.evidence.flatMap((evidence) => {
      const record = view.document(evidence.documentId);
      return record === undefined ? [] : [makeEvidence(view, record, evidence, claim)];
    }),
  };
}

/** A stretch of a document's text with the facts a reader needs to judge it. */
export function makeQuote({ document }: DocumentRecord, start: number, end: number): QuotePayload {
  return {
    document: document.id,
    title: document.title ?? document.source,
    publisher: document.publisher,
    publishedAt: document.publishedAt,
    start,
    end,
    quote: document.text.slice(start, end),
  };
}

function makeEvidence(view: GraphView, record: DocumentRecord, evidence: Evidence, claim: Claim): EvidencePayload {
  const original = record.lineage.copyOf && view.document(record.lineage.copyOf.document)?.document;
  return {
    ...makeQuote(record, evidence.start, evidence.end),
    // The stored quote, not the slice: the viewer checks one against the other and says so where they differ.
    quote: evidence.quote,
    subject: rangeOf(view, evidence.subjectMention),
    object: evidence.objectMention === null ? rangeOfWords(evidence, claim) : rangeOf(view, evidence.objectMention),
    cue: evidence.cue && [evidence.cue.start, evidence.cue.end],
    copyOf: original ? (original.title ?? original.source) : null,
    speaker: evidence.attribution,
    time: timeText(evidence.time),
    score: evidence.score,
    by: evidence.by,
  };
}

function rangeOf(view: GraphView, id: MentionId): Range | null {
  const mention = view.mention(id)?.mention;
  return mention === undefined ? null : [mention.start, mention.end];
}

/** Where the words of a speech stand, or of what was done beside the verb; null where the passage has them otherwise or in two parts. */
function rangeOfWords({ quote, start }: Evidence, claim: Claim): Range | null {
  const isShown = isSpeech(claim) || (isAct(claim) && !holdsVerb(claim));
  const words = isShown ? (claim.literal?.text ?? '') : '';
  const at = words === '' ? -1 : quote.indexOf(words);
  return at < 0 ? null : [start + at, start + at + words.length];
}

function timeText(time: TimeRange | null): string | null {
  if (time === null) return null;
  const dates = [...new Set([time.from, time.to])].filter((date) => date !== null).join(' to ');
  return dates === '' || dates === time.text ? time.text : `${time.text} (${dates})`;
}
