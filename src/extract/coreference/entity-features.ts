// What speaks for and against a mention's standing for an entity met before: the decision's features, by name.
import type { Extraction } from '../../model/extraction.ts';
import { headOf, relationAt, subjectOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import { differs, type EntityView, type Tell } from './entity-view.ts';
import { pronounFeatures } from './pronoun-features.ts';
import { type Manner, NOMINAL, type ReadMention } from './read-mention.ts';

/** Log-chances below this say nothing more. */
const LEAST_LOG = -7;

/** Names of features by manner and by what they say: made once, since each is looked up in the weights for every entity. */
const names = new Map<Manner, (name: string) => string>();

function namesFor(manner: Manner): (name: string) => string {
  const known = names.get(manner);
  if (known) return known;
  const made = new Map<string, string>();
  const nameOf = (name: string): string => {
    let full = made.get(name);
    if (full === undefined) {
      full = `${name} ${manner}`;
      made.set(name, full);
    }
    return full;
  };
  names.set(manner, nameOf);
  return nameOf;
}

export function entityFeatures(extraction: Extraction, mention: ReadMention, entity: EntityView, tell: Tell): void {
  const { manner } = mention;
  const { signs } = entity;
  const of = namesFor(manner);
  const nearest = entity.mentions.at(-1) as ReadMention;
  const apart = Math.max(0, mention.sentence - nearest.sentence);
  const seen = lookThrough(extraction, mention, entity.mentions);
  const chance = Math.max(LEAST_LOG, Math.log(entity.chance));
  tell('chance', chance);
  tell(of('chance'), chance);
  tell(of('link'), 1);
  tell(of('best link'), Math.max(LEAST_LOG, Math.log(entity.bestLink)));
  tell(of('sure'), mention.sureness);
  tell(of('apart'), Math.log2(1 + Math.min(apart, 15)));
  tell(of('size'), Math.log(entity.mentions.length));
  const sign = (name: string, holds: boolean): void => {
    if (holds) tell(name, 1);
  };
  const own = (name: string, holds: boolean): void => {
    if (holds) tell(of(name), 1);
  };
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
  if (!NOMINAL.has(manner)) pronounFeatures(extraction, mention, entity, tell);
  else {
    tell('sure entity', seen.sureness);
    own('noun same', seen.alike > 0);
    own('phrase same', isPhrase(mention, entity));
    own(`paragraph ${Math.min(2, mention.paragraph - nearest.paragraph)}`, true);
    own('noun other', seen.alike === 0 && seen.nominals > seen.names);
    own('new words', seen.alike > 0 && hasNewWords(mention, entity));
  }
}

function agree<Value>(left: Value | null, right: Value | null): boolean {
  return left !== null && left === right;
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
  return modifiers.some((word) => !mentions.some((other) => other.noun === word || other.modifiers.includes(word)));
}

/** For "a new entity"; `chance`: what the learned head gives it. */
export function freshFeatures({ manner }: ReadMention, chance: number, tell: Tell): void {
  const log = Math.max(LEAST_LOG, Math.log(chance));
  tell('fresh', log);
  tell(namesFor(manner)('fresh'), log);
}

/** An object pronoun is never the subject of its own verb: "Quill met him". */
function isBound(extraction: Extraction, mention: ReadMention, { mentions }: EntityView): boolean {
  const { manner, role, governor, head } = mention;
  if (governor < 0 || role === 'owner' || !MAY_BE_BOUND.has(manner)) return false;
  if (!isArgument(extraction, head) || isSelf(extraction, head)) return false;
  return mentions.some(
    (other) =>
      other.governor === governor &&
      other.role !== 'owner' &&
      other.head !== head &&
      isArgument(extraction, other.head),
  );
}

const MAY_BE_BOUND: ReadonlySet<Manner> = new Set(['i', 'you', 'we', 'he', 'it', 'they']);
const ARGUMENTS = new Set(['nsubj', 'obj', 'iobj', 'obl']);

function isArgument(extraction: Extraction, word: number): boolean {
  return ARGUMENTS.has(relationAt(extraction, word));
}

/** "himself", "themselves". */
function isSelf(extraction: Extraction, head: number): boolean {
  const word = wordAt(extraction, head);
  return word.endsWith('self') || word.endsWith('selves');
}

function isReflexive(extraction: Extraction, mention: ReadMention, { mentions }: EntityView): boolean {
  if (mention.governor < 0 || !isSelf(extraction, mention.head)) return false;
  const subject = subjectOf(extraction, mention.governor);
  return subject !== null && mentions.some(({ head }) => head === subject.head);
}
