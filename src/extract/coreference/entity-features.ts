// What speaks for and against a mention's standing for an entity met before: the decision's features, by name.
import type { Extraction } from '../../model/extraction.ts';
import { headOf, relationAt, subjectOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import { differs, type EntityView, type Features } from './entity-view.ts';
import { pronounFeatures } from './pronoun-features.ts';
import { type Manner, NOMINAL, type ReadMention } from './read-mention.ts';

/** Log-chances below this say nothing more. */
const LEAST_LOG = -7;

/** Names of features by manner and by what they say: made once, since each is looked up in the weights for every entity. */
const names = new Map<Manner, Map<string, string>>();

function nameOf(manner: Manner): (name: string) => string {
  const own = names.get(manner) ?? new Map<string, string>();
  names.set(manner, own);
  return (name) => {
    const known = own.get(name) ?? `${name} ${manner}`;
    own.set(name, known);
    return known;
  };
}

/** `chance`: what the learned head gives the mentions of the entity together. */
export function entityFeatures(
  extraction: Extraction,
  mention: ReadMention,
  entity: EntityView,
  chance: number,
): Features {
  const { manner } = mention;
  const { signs } = entity;
  const of = nameOf(manner);
  const nearest = entity.mentions.at(-1) as ReadMention;
  const apart = Math.max(0, mention.sentence - nearest.sentence);
  const seen = lookThrough(extraction, mention, entity.mentions);
  const found: (readonly [string, number])[] = [
    ['chance', Math.max(LEAST_LOG, Math.log(chance))],
    [of('chance'), Math.max(LEAST_LOG, Math.log(chance))],
    [of('link'), 1],
    [of('best link'), Math.max(LEAST_LOG, Math.log(entity.bestLink))],
    [of('sure'), mention.sureness],
    [of('apart'), Math.log2(1 + Math.min(apart, 15))],
    [of('size'), Math.log(entity.mentions.length)],
  ];
  const sign = (name: string, holds: boolean): void => {
    if (holds) found.push([name, 1]);
  };
  const own = (name: string, holds: boolean): void => {
    if (holds) found.push([of(name), 1]);
  };
  const agree = <Value>(left: Value | null, right: Value | null): boolean => left !== null && left === right;
  sign('gender clash', differs(mention.gender, signs.gender));
  sign('gender same', agree(mention.gender, signs.gender));
  sign('likely gender clash', signs.gender === null && differs(mention.gender, signs.likelyGender));
  sign('likely gender same', signs.gender === null && agree(mention.gender, signs.likelyGender));
  sign('called clash', differs(mention.gender, signs.called));
  sign('called same', agree(mention.gender, signs.called));
  own('living clash', differs(mention.living, signs.living));
  own('number clash', differs(mention.many, signs.many));
  own('number same', agree(mention.many, signs.many));
  own('named', signs.isNamed);
  sign('coming', entity.isComing);
  own('pronouns', seen.nominals === 0);
  own(`after ${nearest.manner}`, true);
  own('type', seen.type);
  own('subject', nearest.role === 'subject');
  own('owner', nearest.role === 'owner');
  own('main', nearest.role === 'subject' && nearest.isMain);
  own('parallel', nearest.role === mention.role && mention.role !== 'other');
  own('here subject', apart === 0 && nearest.role === 'subject');
  own('before subject', apart === 1 && seen.subject);
  own('nested', seen.nested);
  sign('bound', isBound(extraction, mention, entity));
  sign('reflexive', isReflexive(extraction, mention, entity));
  sign('appos', seen.apposition);
  sign('copula', seen.copula);
  if (!NOMINAL.has(manner)) found.push(...pronounFeatures(extraction, mention, entity));
  else {
    found.push(['sure entity', seen.sureness]);
    own('noun same', seen.alike > 0);
    own('phrase same', isPhrase(mention, entity));
    own(`paragraph ${Math.min(2, mention.paragraph - nearest.paragraph)}`, true);
    own('noun other', seen.alike === 0 && seen.nominals > seen.names);
    own('new words', seen.alike > 0 && hasNewWords(mention, entity));
  }
  return found;
}

/** What some mentions of the entity show; one pass, since long chains are asked for every later mention. */
function lookThrough(extraction: Extraction, mention: ReadMention, mentions: readonly ReadMention[]) {
  const seen = {
    nominals: 0,
    names: 0,
    /** Nominals with the mention's noun. */
    alike: 0,
    type: false,
    /** A subject in the sentence of the nearest. */
    subject: false,
    nested: false,
    apposition: false,
    copula: false,
    sureness: Number.NEGATIVE_INFINITY,
  };
  const last = mentions.at(-1)?.sentence;
  const host = relationAt(extraction, mention.head) === 'appos' ? headOf(extraction, mention.head) : null;
  for (const { manner, noun, type, sentence, role, start, end, head, governor, sureness } of mentions) {
    if (sureness > seen.sureness) seen.sureness = sureness;
    if (NOMINAL.has(manner)) {
      seen.nominals += 1;
      if (manner === 'name') seen.names += 1;
      if (noun === mention.noun) seen.alike += 1;
    }
    if (type === mention.type) seen.type = true;
    if (role === 'subject' && sentence === last) seen.subject = true;
    if ((start <= mention.start && mention.end <= end) || (mention.start <= start && end <= mention.end))
      seen.nested = true;
    if (head === host || (relationAt(extraction, head) === 'appos' && headOf(extraction, head) === mention.head))
      seen.apposition = true;
    if (role === 'subject' && governor === mention.head && head !== mention.head) seen.copula = true;
  }
  return seen;
}

function isPhrase({ phrase }: ReadMention, { mentions }: EntityView): boolean {
  return mentions.some((other) => NOMINAL.has(other.manner) && other.phrase === phrase);
}

function hasNewWords({ modifiers }: ReadMention, { mentions }: EntityView): boolean {
  const held = new Set(mentions.flatMap((other) => [...other.modifiers, other.noun]));
  return modifiers.some((word) => !held.has(word));
}

/** For "a new entity"; `chance`: what the learned head gives it. */
export function freshFeatures({ manner }: ReadMention, chance: number): Features {
  const log = Math.max(LEAST_LOG, Math.log(chance));
  return [
    ['fresh', log],
    [`fresh ${manner}`, log],
  ];
}

/** An object pronoun is never the subject of its own verb: "Quill met him". */
function isBound(extraction: Extraction, mention: ReadMention, { mentions }: EntityView): boolean {
  const { manner, role, governor } = mention;
  if (
    !/^(?:i|you|we|he|it|they)$/.test(manner) ||
    role === 'owner' ||
    /sel(?:f|ves)$/.test(wordAt(extraction, mention.head))
  )
    return false;
  return mentions.some(
    (other) =>
      other.governor === governor &&
      governor >= 0 &&
      other.role !== 'owner' &&
      other.head !== mention.head &&
      /^(?:nsubj|obj|iobj|obl)$/.test(relationAt(extraction, other.head)) &&
      /^(?:nsubj|obj|iobj|obl)$/.test(relationAt(extraction, mention.head)),
  );
}

function isReflexive(extraction: Extraction, mention: ReadMention, { mentions }: EntityView): boolean {
  if (!/sel(?:f|ves)$/.test(wordAt(extraction, mention.head)) || mention.governor < 0) return false;
  const subject = subjectOf(extraction, mention.governor);
  return subject !== null && mentions.some(({ head }) => head === subject.head);
}
