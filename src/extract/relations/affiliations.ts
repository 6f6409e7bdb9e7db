// People beside the bodies they belong to: "Ada Quill of the Harbour Party", "the Harbour Institute's Ada Quill", "Quill's Harbour Party".
import type { Extraction, Mention, Relation, Sentence } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import type { Span } from '../../model/span.ts';
import { isKnownPlace } from '../lexicon/countries.ts';
import { opensCompound } from '../words.ts';
import { readClause, type Unit } from './clause.ts';
import { makeRelation } from './make-relation.ts';

const BY = 'affiliations@1';
/** Bodies that have members. */
const PARTY =
  /\b(?:party|alliance|coalition|bloc|movement|front|union|league|congress|democrats|socialists|greens|labour)$/i;
/** Bodies that have staff. */
const EMPLOYER =
  /\b(?:university|college|school|institute|institution|bank|hospital|clinic|center|centre|foundation|agency|times|post|journal|herald|tribune|news|television|radio|magazine|newspaper|council|association|watch|corp\.?|inc\.?|company|group|laboratory|museum|observatory|academy|fund)$|\b(?:university|institute|bank|school|college|museum|academy|council) (?:of|for|on)\b/i;

/** True for the name of a body that has staff, by its words. */
export function isEmployer(name: string): boolean {
  return EMPLOYER.test(name);
}

/** What members of a party are called. */
const PARTISAN = /^(?:republican|democrat|democratic|conservative|labou?r|liberal|socialist|communist|green|maoist)$/;

/** Guessed precision of each construction, not yet calibrated. */
const SCORE = { of: 0.85, owner: 0.82, leader: 0.75, partisan: 0.85, unknown: 0.7 } as const;
/** Words of a title between a party and its member: "Republican Senator". */
const LONGEST_TITLE = 2;

/** Titles between the two are read by the title rules. */
export function findAffiliations(extraction: Extraction, ontology: Ontology): Relation[] {
  return extraction.sentences.flatMap((sentence) => {
    const units = readClause(extraction, sentence);
    return units.flatMap((unit, at) =>
      unit.mention?.type === 'Person' && unit.mention.kind === 'name'
        ? [
            ...bodyBehind(extraction, ontology, sentence, units, at),
            ...bodyBefore(extraction, ontology, sentence, units, at),
            ...bodyOwned(extraction, ontology, sentence, units, at),
            ...partyBefore(extraction, ontology, sentence, units, at),
          ]
        : [],
    );
  });
}

/** "Ada Quill of the Harbour Party", "Ada Quill, of the Harbour Institute," */
function bodyBehind(
  extraction: Extraction,
  ontology: Ontology,
  sentence: Sentence,
  units: readonly Unit[],
  at: number,
): Relation[] {
  const link = at + (units[at + 1]?.text === ',' ? 2 : 1);
  const cue = units[link];
  if (cue === undefined || !/^(?:of|from)$/.test(cue.text)) return [];
  const body = units[link + (units[link + 1]?.text === 'the' ? 2 : 1)];
  return relate(extraction, ontology, sentence, { ...sides(units[at], body), cue, score: SCORE.of });
}

/** "the Harbour Party's Ada Quill" */
function bodyBefore(
  extraction: Extraction,
  ontology: Ontology,
  sentence: Sentence,
  units: readonly Unit[],
  at: number,
): Relation[] {
  const cue = units[at - 1];
  if (cue === undefined || !/^'s?$/.test(cue.text)) return [];
  return relate(extraction, ontology, sentence, { ...sides(units[at], units[at - 2]), cue, score: SCORE.owner });
}

/** "Quill's Harbour Party": who owns a party leads it. */
function bodyOwned(
  extraction: Extraction,
  ontology: Ontology,
  sentence: Sentence,
  units: readonly Unit[],
  at: number,
): Relation[] {
  const cue = units[at + 1];
  if (cue === undefined || !/^'s?$/.test(cue.text)) return [];
  const { person, body } = sides(units[at], units[at + 2]);
  if (!body || !PARTY.test(surfaceOf(extraction, body))) return [];
  return relate(extraction, ontology, sentence, { person, body, type: 'LEADS', cue, score: SCORE.leader });
}

/** "Republican Ada Quill", "Democratic Senator Ada Quill" */
function partyBefore(
  extraction: Extraction,
  ontology: Ontology,
  sentence: Sentence,
  units: readonly Unit[],
  at: number,
): Relation[] {
  let place = at - 1;
  while (
    place > at - 1 - LONGEST_TITLE &&
    units[place]?.mention === null &&
    /^(?:NOUN|PROPN)$/.test(units[place]?.upos ?? '')
  )
    place -= 1;
  const cue = units[place];
  const person = units[at]?.mention;
  if (!cue?.mention || !person || !PARTISAN.test(cue.text)) return [];
  return makeRelation(extraction, ontology, {
    ...{ subject: person, object: cue.mention, type: 'MEMBER_OF', sentence, score: SCORE.partisan, by: BY },
    predicate: extraction.document.text.slice(cue.start, cue.end),
    cue: { start: cue.start, end: cue.end },
  });
}

function sides(person: Unit | undefined, body: Unit | undefined) {
  return { person: person?.mention ?? null, body: body?.mention ?? null };
}

function relate(
  extraction: Extraction,
  ontology: Ontology,
  sentence: Sentence,
  found: { person: Mention | null; body: Mention | null; type?: string; cue: Unit; score: number },
): Relation[] {
  const { person, body, cue, score } = found;
  if (person === null || body?.type !== 'Organization' || body.kind !== 'name') return [];
  if (opensCompound(extraction, body)) return [];
  const surface = surfaceOf(extraction, body);
  const known = found.type ?? (PARTY.test(surface) ? 'MEMBER_OF' : EMPLOYER.test(surface) ? 'WORKS_FOR' : null);
  const type = known ?? typeOfUnknown(surface, cue.text, ELECTED.test(surfaceOf(extraction, sentence)));
  if (type === null) return [];
  return makeRelation(extraction, ontology, {
    ...{ subject: person, object: body, type, sentence, score: known === null ? SCORE.unknown : score, by: BY },
    predicate: type === 'LEADS' ? 'leads' : cue.text,
    cue: { start: cue.start, end: cue.end },
  });
}

/** Where people stand for election, they stand for parties; not where somebody reports that. */
const ELECTED = /^(?![\s\S]*\breport)[\s\S]*\b(?:(?:re-)?elected|candidates?|constituency|lawmakers?|legislators?)\b/i;

/** A body of one word, which does not say what it is: "the VTO's Ada Quill" reports for it, "Ada Quill of Velda" belongs to it. */
function typeOfUnknown(surface: string, link: string, isElection: boolean): string | null {
  if (/\s/.test(surface) || isKnownPlace(surface)) return null;
  return link === 'of' || isElection ? 'MEMBER_OF' : 'WORKS_FOR';
}

function surfaceOf({ document }: Extraction, { start, end }: Span): string {
  return document.text.slice(start, end);
}
