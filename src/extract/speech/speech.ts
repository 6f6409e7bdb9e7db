// The step that makes of each quotation an open relation: its speaker, the verb of saying, and the words said as its value.
import {
  type Extraction,
  isThought,
  type Literal,
  type Mention,
  type Modality,
  type Polarity,
  type Relation,
  type TimeRange,
  withLayers,
} from '../../model/extraction.ts';
import { type MentionId, makeId } from '../../model/id.ts';
import { type Span, sliceSpan } from '../../model/span.ts';
import { timeOfClause } from '../attributes/clause-time.ts';
import { dateOfLine } from '../attributes/line-date.ts';
import { quotationAround } from '../attributes/speaker-chains.ts';
import { stanceAt } from '../attributes/stance.ts';
import { sentencesIn } from '../by-sentence.ts';
import { areOne, chainsByMention, isAnonymous } from '../chain-index.ts';
import { entityAt } from '../fact-relations/entity-at.ts';
import { conjunctHeads } from '../facts/arguments.ts';
import { sayingLemma } from '../reporting.ts';
import type { Step } from '../step.ts';
import { headOf, lemmaWithParticle, topOf } from '../tree.ts';
import { lemmaAt, tagAt, tokenAfter } from '../words.ts';
import { chanceOf } from './chance.ts';
import { type Utterance, utterancesOf } from './utterances.ts';

const BY = 'speech@1';
/** Types of mentions that say something beside others. */
const SPEAKING = /^(?:Person|Organization|Place|Group)$/;

/** Adds what is said by whoever is an entity of the graph: somebody with a name, or of whom something else is said. */
export const speechStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tags', 'tree', 'mentions', 'chains', 'quotations', 'relations'],
  assigns: ['relations'],
  run(extraction) {
    const byId = new Map<MentionId, Mention>(extraction.mentions.map((mention) => [mention.id, mention]));
    const isKnown = knownSpeakers(extraction);
    const utterances = utterancesOf(extraction);
    const found = utterances.flatMap((utterance, place) => {
      const speaker = byId.get(utterance.speaker);
      if (!speaker || !isKnown(speaker)) return [];
      return [speaker, ...fellowsOf(extraction, utterance, speaker)].flatMap((each) => {
        const relation = toRelation(extraction, utterance, each);
        if (relation === null) return [];
        const time = relation.time ?? goingOnAt(extraction, utterances, place);
        return { ...relation, time: time ?? dateOfLine(extraction, utterance.cue ?? speaker) };
      });
    });
    return withLayers(extraction, { relations: [...extraction.relations, ...found] });
  },
};

/** A chain without a name is an entity where a relation speaks of one of its mentions; speech alone makes nobody known. */
function knownSpeakers(extraction: Extraction): (speaker: Mention) => boolean {
  const chains = chainsByMention(extraction);
  const keyOf = (id: MentionId): MentionId | number => chains.get(id) ?? id;
  const related = new Set(
    extraction.relations.flatMap(({ subject, object }) => [subject, ...(object === null ? [] : [object])].map(keyOf)),
  );
  return (speaker) => speaker.literal === null && (!isAnonymous(extraction, speaker) || related.has(keyOf(speaker.id)));
}

/** "Norland and |Easthaven| said": others with a name who say the same by the same verb. */
function fellowsOf(extraction: Extraction, { cue }: Utterance, speaker: Mention): Mention[] {
  const top = topOf(extraction, speaker);
  if (cue === null || headOf(extraction, top) !== topOf(extraction, cue)) return [];
  return conjunctHeads(extraction, top).flatMap((head) => {
    const fellow = entityAt(extraction, head);
    const isOther = fellow !== null && !areOne(extraction, fellow.id, speaker.id);
    return isOther && fellow.kind === 'name' && SPEAKING.test(fellow.type) ? [fellow] : [];
  });
}

/** Null where no letter or digit is said. */
function toRelation(extraction: Extraction, utterance: Utterance, speaker: Mention): Relation | null {
  const { document } = extraction;
  const { cue, parts } = utterance;
  const literal = wordsOf(document.text, parts);
  if (!/[\p{L}\p{N}]/u.test(literal.text)) return null;
  const places = parts.flatMap(({ start, end }) => [start, end]);
  const predicate = verbOf(extraction, cue, /\?$/.test(literal.text));
  return {
    id: makeId('relation', document.id, speaker.id, ...places, BY),
    ...{ subject: speaker.id, object: null, literal, type: null },
    ...{ predicate, cue },
    evidence: passageOf(extraction, utterance, speaker),
    ...stanceOf(extraction, cue),
    // What somebody thinks is told by somebody else, or by the document itself.
    attribution: isThought({ literal, predicate })
      ? ((cue && quotationAround(extraction, cue)?.speaker) ?? null)
      : { mention: speaker.id, text: sliceSpan(document.text, speaker) },
    ...{ score: chanceOf(extraction, utterance.quotation, speaker), by: BY },
  };
}

/** "“We never knew,” Quill said on Monday. “It was |over|.”": what goes on without a verb is said on the day of what it goes on from. */
function goingOnAt(extraction: Extraction, utterances: readonly Utterance[], place: number): TimeRange | null {
  const { cue, parts, speaker } = utterances[place] as Utterance;
  const before = utterances[place - 1];
  if (cue !== null || !before || !areOne(extraction, before.speaker, speaker)) return null;
  const between = { start: before.parts.at(-1)?.end ?? 0, end: parts[0]?.start ?? 0 };
  if (/\n\s*\n/.test(sliceSpan(extraction.document.text, between))) return null;
  return before.cue === null
    ? goingOnAt(extraction, utterances, place - 1)
    : timeOfClause(extraction, before.cue, 'event');
}

/** The words of the parts; the comma that parts them from the words of saying is not said. */
function wordsOf(text: string, parts: readonly Span[]): Literal {
  const words = parts
    .map((part) =>
      sliceSpan(text, part)
        .trim()
        .replace(/[\s,;:–—]+$/, ''),
    )
    .join(' ');
  return { type: 'Other', value: words.replace(/\s+/g, ' '), unit: null, text: words };
}

/** Verbs that say of somebody's words only that they are his. */
const PASSING_ON = /^(?:accord|put|quote|cite)$/;

/** "say", of a question "ask", where the words of saying are no verb of his ("according to", a colon, "as Quill put it", "was quoted"). */
function verbOf(extraction: Extraction, cue: Span | null, isQuestion: boolean): string {
  const at = cue === null ? -1 : tokenAfter(extraction, cue.start);
  const saying = sayingLemma(extraction, at);
  if (saying === null && tagAt(extraction, at) !== 'VERB') return isQuestion ? 'ask' : 'say';
  if (PASSING_ON.test(lemmaAt(extraction, at))) return 'say';
  const whole = lemmaWithParticle(extraction, at);
  const [lemma = '', ...particle] = whole.split(' ');
  return saying === whole ? saying : [saying ?? lemma, ...particle].join(' ');
}

/** Of the act of saying itself: "did not say that", "will say". A name beside the marks says it plainly. */
function stanceOf(
  extraction: Extraction,
  cue: Span | null,
): { readonly polarity: Polarity; readonly modality: Modality; readonly time: TimeRange | null } {
  const at = cue === null ? -1 : topOf(extraction, cue);
  if (cue === null || tagAt(extraction, at) !== 'VERB') return { polarity: 'positive', modality: 'actual', time: null };
  return { ...stanceAt(extraction, at), time: timeOfClause(extraction, cue, 'event') };
}

/** The sentences of the words, with that of the words of saying, or else of the speaker, where it is next to them. */
function passageOf(extraction: Extraction, { cue, parts }: Utterance, speaker: Mention): Span {
  const said = parts.flatMap((part) => sentencesIn(extraction, part));
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last) return { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
  const beside = sentencesIn(extraction, cue ?? speaker).filter(
    ({ index }) => index >= first.index - 1 && index <= last.index + 1,
  );
  const all = [first, last, ...beside];
  return {
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
  };
}
