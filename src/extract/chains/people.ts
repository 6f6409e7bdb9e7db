// Personal pronouns: of the people who stand near before one, the fitting one who is most in view.
// Salience by place and grammatical role follows Lappin & Leass (1994); weights chosen on the training part of GAP.
import type { Extraction, Mention } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { makeMention } from '../names/make-mention.ts';
import { headOf, opensClause, relationAt, topOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import { type Gender, genderOf, genderOfPronoun } from './genders.ts';
import type { Linked } from './linked.ts';

const PERSONAL = /^(?:he|she|his|her|hers|him|himself|herself)$/;
/** Sentences that a pronoun may reach back. */
const FARTHEST = 5;
/** People looked at in one sentence; a "sentence" of names is a list. */
const MOST_NEAR = 60;
/** Two people nearer to each other than this in salience are one too many. */
const MARGIN = 0.25;
const WEIGHT = {
  sentence: 1.2,
  subject: 1.5,
  main: 0.4,
  object: 0.4,
  possessor: 0.2,
  parallel: 0.4,
  quoted: 2.5,
  often: 0.3,
  coming: 1.3,
} as const;

interface Candidate {
  readonly mention: Mention;
  readonly group: number;
  readonly top: number;
  readonly sentence: number;
  readonly quoted: boolean;
}

/** Pronouns with the group that each refers to. `people`: names and nominals of people, in reading order; `marked`: stretches in quotation marks. */
export function findPersonalPronouns(
  extraction: Extraction,
  people: readonly Linked[],
  marked: readonly Span[],
): Linked[] {
  const genders = gendersOf(extraction, people);
  const isQuoted = (offset: number): boolean => marked.some((span) => span.start <= offset && offset < span.end);
  const toCandidate = ({ mention, group }: Linked): Candidate => {
    const top = topOf(extraction, mention);
    return { mention, group, top, sentence: extraction.tokens[top]?.sentence ?? -1, quoted: isQuoted(mention.start) };
  };
  const bySentence = new Map<number, Candidate[]>();
  const counts = new Map<number, number>();
  const add = (candidate: Candidate): void => {
    const fellows = bySentence.get(candidate.sentence);
    if (fellows) fellows.push(candidate);
    else bySentence.set(candidate.sentence, [candidate]);
  };
  for (const person of people) {
    add(toCandidate(person));
    counts.set(person.group, (counts.get(person.group) ?? 0) + 1);
  }
  const linked: Linked[] = [];
  for (const token of extraction.tokens) {
    const word = wordAt(extraction, token.index);
    if (!PERSONAL.test(word)) continue;
    const gender = genderOfPronoun(word);
    const near: Candidate[] = [];
    for (let back = 0; back <= FARTHEST; back += 1)
      near.push(...(bySentence.get(token.sentence - back) ?? []).slice(-MOST_NEAR));
    const fitting = near.filter(
      (each) =>
        (each.mention.end <= token.start || isComing(extraction, token.index, each)) &&
        (genders.get(each.group) ?? gender) === gender &&
        !isBound(extraction, token.index, each.top),
    );
    const group = mostSalient(extraction, token.index, fitting, isQuoted(token.start), counts);
    if (group === undefined) continue;
    genders.set(group, gender);
    const mention = makeMention(extraction, {
      ...{ first: token.index, last: token.index, type: 'Person', kind: 'pronoun' },
      ...{ score: 0.75, by: 'chains@1', referent: null },
    });
    linked.push({ mention, group });
    add(toCandidate({ mention, group }));
  }
  return linked;
}

/** "When he was minister, Quill sold it": the subject of the clause that the pronoun's phrase opens may name him. */
function isComing(extraction: Extraction, pronoun: number, { mention, top }: Candidate): boolean {
  if (mention.kind !== 'name' || top < pronoun || relationAt(extraction, top) !== 'nsubj') return false;
  return opensClause(extraction, pronoun, headOf(extraction, top), top);
}

/** What the mentions of each group agree on. */
function gendersOf(extraction: Extraction, people: readonly Linked[]): Map<number, Gender> {
  const votes = new Map<number, number>();
  for (const { mention, group } of people) {
    const gender = genderOf(extraction, mention);
    if (gender) votes.set(group, (votes.get(group) ?? 0) + (gender === 'he' ? 1 : -1));
  }
  const genders = new Map<number, Gender>();
  for (const [group, balance] of votes) if (balance !== 0) genders.set(group, balance > 0 ? 'he' : 'she');
  return genders;
}

/** An object pronoun is never the subject of its own verb: "Quill met him". A possessive or a reflexive may be. */
function isBound(extraction: Extraction, pronoun: number, other: number): boolean {
  const relation = relationAt(extraction, pronoun);
  if (/self$/.test(wordAt(extraction, pronoun)) || !/^(?:obj|iobj|obl|nsubj)$/.test(relation)) return false;
  return (
    headOf(extraction, pronoun) === headOf(extraction, other) &&
    /^(?:nsubj|obj|iobj|obl)$/.test(relationAt(extraction, other))
  );
}

function mostSalient(
  extraction: Extraction,
  pronoun: number,
  candidates: readonly Candidate[],
  quoted: boolean,
  counts: ReadonlyMap<number, number>,
): number | undefined {
  const best = new Map<number, number>();
  for (const candidate of candidates) {
    const score =
      salience(extraction, pronoun, candidate, quoted) + WEIGHT.often * Math.log(counts.get(candidate.group) ?? 1);
    best.set(candidate.group, Math.max(best.get(candidate.group) ?? Number.NEGATIVE_INFINITY, score));
  }
  const ranked = [...best].sort((left, right) => right[1] - left[1] || left[0] - right[0]);
  const [first, second] = ranked;
  if (!first || (second && first[1] - second[1] < MARGIN)) return undefined;
  return first[0];
}

function salience(
  extraction: Extraction,
  pronoun: number,
  { top, sentence, quoted }: Candidate,
  inside: boolean,
): number {
  const distance = (extraction.tokens[pronoun]?.sentence ?? 0) - sentence;
  // "A and B": both stand where the first stands.
  const place = /^(?:conj|appos)$/.test(relationAt(extraction, top)) ? headOf(extraction, top) : top;
  const relation = relationAt(extraction, place);
  let score = -WEIGHT.sentence * distance;
  if (relation === 'nsubj') score += WEIGHT.subject;
  else if (/^(?:obj|iobj)$/.test(relation)) score += WEIGHT.object;
  else if (relation === 'nmod') score += WEIGHT.possessor;
  if (relation === 'nsubj' && headOf(extraction, headOf(extraction, place)) < 0) score += WEIGHT.main;
  if (relation === 'nsubj' && relationAt(extraction, pronoun) === 'nsubj') score += WEIGHT.parallel;
  if (top > pronoun) score += WEIGHT.coming;
  // Who is spoken of inside the marks is not who speaks outside them, and the speaker does not call himself "he".
  if (quoted !== inside) score -= WEIGHT.quoted;
  return score;
}
