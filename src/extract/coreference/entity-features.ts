// What speaks for and against a mention's standing for an entity met before: the decision's features, by name.
import type { Extraction } from '../../model/extraction.ts';
import type { Gender } from '../chains/genders.ts';
import { headOf, relationAt, subjectOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import type { Manner, ReadMention } from './read-mention.ts';

/** What the mentions of an entity so far show together. */
export interface EntityView {
  /** In reading order. */
  readonly mentions: readonly ReadMention[];
  readonly gender: Gender | null;
  readonly many: boolean | null;
  readonly living: boolean | null;
  readonly isNamed: boolean;
  /** True where the mention's own sentence is about to name it. */
  readonly isComing: boolean;
}

export type Features = readonly (readonly [name: string, value: number])[];

/** Log-chances below this say nothing more. */
const LEAST_LOG = -7;

const NOMINAL: ReadonlySet<Manner> = new Set(['name', 'the', 'a', 'bare']);

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
  const of = nameOf(manner);
  const nearest = entity.mentions.at(-1) as ReadMention;
  const apart = Math.max(0, mention.sentence - nearest.sentence);
  const found: [string, number][] = [
    ['chance', Math.max(LEAST_LOG, Math.log(chance))],
    [of('chance'), Math.max(LEAST_LOG, Math.log(chance))],
    [of('link'), 1],
    [of('apart'), Math.log2(1 + Math.min(apart, 15))],
    [of('size'), Math.log(entity.mentions.length)],
  ];
  const sign = (name: string, holds: boolean): void => {
    if (holds) found.push([name, 1]);
  };
  const own = (name: string, holds: boolean): void => {
    if (holds) found.push([of(name), 1]);
  };
  const clash = <Value>(left: Value | null, right: Value | null): boolean =>
    left !== null && right !== null && left !== right;
  const agree = <Value>(left: Value | null, right: Value | null): boolean => left !== null && left === right;
  sign('gender clash', clash(mention.gender, entity.gender));
  sign('gender same', agree(mention.gender, entity.gender));
  own('living clash', clash(mention.living, entity.living));
  own('number clash', clash(mention.many, entity.many));
  own('number same', agree(mention.many, entity.many));
  own('named', entity.isNamed);
  sign('coming', entity.isComing);
  own('pronouns', !entity.mentions.some((each) => NOMINAL.has(each.manner)));
  own(`after ${nearest.manner}`, true);
  own(
    'type',
    entity.mentions.some(({ type }) => type === mention.type),
  );
  own('subject', nearest.role === 'subject');
  own('owner', nearest.role === 'owner');
  own('main', nearest.role === 'subject' && nearest.isMain);
  own('parallel', nearest.role === mention.role && mention.role !== 'other');
  own('here subject', apart === 0 && nearest.role === 'subject');
  own(
    'before subject',
    apart === 1 && entity.mentions.some(({ sentence, role }) => sentence === nearest.sentence && role === 'subject'),
  );
  own(
    'nested',
    entity.mentions.some(
      (each) =>
        (each.start <= mention.start && mention.end <= each.end) ||
        (mention.start <= each.start && each.end <= mention.end),
    ),
  );
  sign('bound', isBound(extraction, mention, entity));
  sign('reflexive', isReflexive(extraction, mention, entity));
  sign(
    'appos',
    entity.mentions.some(
      ({ head }) =>
        (relationAt(extraction, mention.head) === 'appos' && headOf(extraction, mention.head) === head) ||
        (relationAt(extraction, head) === 'appos' && headOf(extraction, head) === mention.head),
    ),
  );
  sign(
    'copula',
    entity.mentions.some(
      ({ head, governor, role }) => role === 'subject' && governor === mention.head && head !== mention.head,
    ),
  );
  if (NOMINAL.has(manner)) {
    const alike = entity.mentions.filter(({ noun, manner: other }) => NOMINAL.has(other) && noun === mention.noun);
    const others = entity.mentions.filter(({ manner: other }) => NOMINAL.has(other));
    own('noun same', alike.length > 0);
    own('noun other', alike.length === 0 && others.some(({ manner: other }) => other !== 'name'));
    const held = new Set(entity.mentions.flatMap(({ modifiers, noun }) => [...modifiers, noun]));
    own('new words', alike.length > 0 && mention.modifiers.some((word) => !held.has(word)));
  }
  return found;
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
