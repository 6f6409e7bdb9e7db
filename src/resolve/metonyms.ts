// A capital or a seat of government that acts ("Moscow denied it", "the Kremlin said") stands for its state. On request only.
import { readFileSync } from 'node:fs';
import type { Extraction, Mention } from '../model/extraction.ts';
import type { MentionId } from '../model/id.ts';
import { type Ontology, OTHER_FAMILY } from '../model/ontology.ts';
import { foldName } from './fold.ts';
import { type State, stateOfCapital, stateOfCode } from './states.ts';
import { makeUnit, type Unit } from './unit.ts';

const { seats } = JSON.parse(readFileSync(new URL('../../data/lexicon/seats.json', import.meta.url), 'utf8')) as {
  readonly seats: Readonly<Record<string, readonly string[]>>;
};
const stateOfSeat = new Map<string, State>();
for (const [code, names] of Object.entries(seats)) {
  const state = stateOfCode(code);
  if (state !== null) for (const name of names) stateOfSeat.set(foldName(name), state);
}

/** Where something is or happens, or whence or whither it goes: the place itself. */
const PLACED =
  /\b(?:in|near|at|around|inside|outside|across|along|from|into|to|of|through|between|over|via|downtown|central)\s+(?:the\s+)?$/i;
/** "talks between Berlin and Paris": of whoever meets, no word of place. */
const BETWEEN = /\bbetween\s+(?:the\s+)?$/i;
/** The family of the relations that only somebody who acts can have; in the symmetric ones of it both ends do. */
const ACTS = 'meeting';
/** What a place is or has says nothing of its government. */
const STATES = /^(?:be|is|are|was|were|have|has|had|lie|number|cover|remain|become|stand|host|see)\b/i;

/** The units with what acts in a place's name as units of their own that stand for the state. */
export function splitMetonyms(extraction: Extraction, units: readonly Unit[], ontology: Ontology): readonly Unit[] {
  const acting = actingMentions(extraction, ontology);
  return acting.size === 0 ? units : units.flatMap((unit) => splitUnit(extraction, unit, acting));
}

function splitUnit(extraction: Extraction, unit: Unit, acting: Acting): readonly Unit[] {
  const { text } = extraction.document;
  const state = unit.referent === null && unit.type !== 'Person' ? stateMeant(unit) : null;
  if (state === null) return [unit];
  const isActing = ({ id, kind, start }: Mention): boolean => {
    const before = text.slice(Math.max(0, start - 20), start);
    const isMeeting = acting.get(id) === 'meets' && BETWEEN.test(before);
    return kind === 'name' && acting.has(id) && (isMeeting || !PLACED.test(before));
  };
  const acts = unit.mentions.filter(isActing);
  if (acts.length === 0) return [unit];
  const rest = unit.mentions.filter((mention) => !acts.includes(mention));
  const referent = { name: state.name, type: 'Place', sameAs: state.sameAs };
  const surface = unit.names[0]?.surface ?? '';
  const metonym = { ...makeUnit(extraction, acts), type: 'Place', referent, names: [], metonym: surface };
  return rest.some(({ kind }) => kind !== 'pronoun') ? [makeUnit(extraction, rest), metonym] : [metonym];
}

/** By all of its names. */
function stateMeant({ names }: Unit): State | null {
  const states = new Set(names.map(({ surface }) => stateOf(foldName(surface).replace(/^the /, ''))));
  return states.size === 1 ? ([...states][0] ?? null) : null;
}

const stateOf = (folded: string): State | null => stateOfSeat.get(folded) ?? stateOfCapital(folded);

type Acting = ReadonlyMap<MentionId, 'acts' | 'meets'>;

/** Who speaks, or does what only somebody who acts can do. */
function actingMentions({ relations, quotations }: Extraction, { relationTypes }: Ontology): Acting {
  const acting = new Map<MentionId, 'acts' | 'meets'>();
  for (const { attribution } of [...relations, ...quotations.map(({ speaker }) => ({ attribution: speaker }))]) {
    if (attribution?.mention) acting.set(attribution.mention, 'acts');
  }
  const types = new Map(relationTypes.map((type) => [type.name, type]));
  for (const { subject, object, type, predicate } of relations) {
    const { family = OTHER_FAMILY, symmetric = false } = types.get(type ?? '') ?? {};
    if (family === ACTS && symmetric) for (const end of [subject, object]) if (end) acting.set(end, 'meets');
    // A type of a user's own is an act where the verb is one, as in the words of the text.
    if (family === OTHER_FAMILY ? !STATES.test(predicate) : family === ACTS)
      acting.set(subject, acting.get(subject) ?? 'acts');
  }
  return acting;
}
