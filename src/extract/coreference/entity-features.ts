// What speaks for and against a mention's standing for an entity met before: the decision's features, by name.
import type { Extraction } from '../../model/extraction.ts';
import { headOf, relationAt, subjectOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import type { EntityView, Features } from './entity-view.ts';
import { matchWords } from './pair-features.ts';
import { pronounFeatures } from './pronoun-features.ts';
import { NOMINAL, type ReadMention } from './read-mention.ts';

/** From here on two mentions are spelt alike but for article and possessive (`matchWords`). */
const SAME_WORDS = 4;
/** Log-chances below this say nothing more. */
const LEAST_LOG = -7;

/** `chance`: what the learned head gives the mentions of the entity together. */
export function entityFeatures(
  extraction: Extraction,
  mention: ReadMention,
  entity: EntityView,
  chance: number,
): Features {
  const { manner } = mention;
  const nearest = entity.mentions.at(-1) as ReadMention;
  const apart = Math.max(0, mention.sentence - nearest.sentence);
  const found: (readonly [string, number])[] = [
    ['chance', Math.max(LEAST_LOG, Math.log(chance))],
    [`chance ${manner}`, Math.max(LEAST_LOG, Math.log(chance))],
    [`link ${manner}`, 1],
    [`best link ${manner}`, Math.max(LEAST_LOG, Math.log(entity.bestLink))],
    [`sure ${manner}`, mention.sureness],
    [`apart ${manner}`, Math.log2(1 + Math.min(apart, 15))],
    [`size ${manner}`, Math.log(entity.mentions.length)],
  ];
  const sign = (name: string, holds: boolean): void => {
    if (holds) found.push([name, 1]);
  };
  const clash = <Value>(left: Value | null, right: Value | null): boolean =>
    left !== null && right !== null && left !== right;
  const agree = <Value>(left: Value | null, right: Value | null): boolean => left !== null && left === right;
  sign('gender clash', clash(mention.gender, entity.gender));
  sign('gender same', agree(mention.gender, entity.gender));
  sign('likely gender clash', entity.gender === null && clash(mention.gender, entity.likelyGender));
  sign('likely gender same', entity.gender === null && agree(mention.gender, entity.likelyGender));
  sign('called clash', clash(mention.gender, entity.called));
  sign('called same', agree(mention.gender, entity.called));
  sign(`living clash ${manner}`, clash(mention.living, entity.living));
  sign(`number clash ${manner}`, clash(mention.many, entity.many));
  sign(`number same ${manner}`, agree(mention.many, entity.many));
  sign(`named ${manner}`, entity.isNamed);
  sign('coming', entity.isComing);
  sign(`pronouns ${manner}`, !entity.mentions.some((each) => NOMINAL.has(each.manner)));
  sign(`after ${nearest.manner} ${manner}`, true);
  sign(
    `type ${manner}`,
    entity.mentions.some(({ type }) => type === mention.type),
  );
  sign(`subject ${manner}`, nearest.role === 'subject');
  sign(`owner ${manner}`, nearest.role === 'owner');
  sign(`main ${manner}`, nearest.role === 'subject' && nearest.isMain);
  sign(`parallel ${manner}`, nearest.role === mention.role && mention.role !== 'other');
  sign(`here subject ${manner}`, apart === 0 && nearest.role === 'subject');
  sign(
    `before subject ${manner}`,
    apart === 1 && entity.mentions.some(({ sentence, role }) => sentence === nearest.sentence && role === 'subject'),
  );
  sign(
    `nested ${manner}`,
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
  if (!NOMINAL.has(manner)) found.push(...pronounFeatures(extraction, mention, entity));
  if (NOMINAL.has(manner)) {
    const alike = entity.mentions.filter(({ noun, manner: other }) => NOMINAL.has(other) && noun === mention.noun);
    const others = entity.mentions.filter(({ manner: other }) => NOMINAL.has(other));
    found.push(['sure entity', Math.max(...entity.mentions.map(({ sureness }) => sureness))]);
    sign(`noun same ${manner}`, alike.length > 0);
    sign(
      `phrase same ${manner}`,
      others.some(({ words }) => matchWords(words, mention.words) >= SAME_WORDS),
    );
    sign(`paragraph ${Math.min(2, mention.paragraph - nearest.paragraph)} ${manner}`, true);
    sign(`noun other ${manner}`, alike.length === 0 && others.some(({ manner: other }) => other !== 'name'));
    const held = new Set(entity.mentions.flatMap(({ modifiers, noun }) => [...modifiers, noun]));
    sign(`new words ${manner}`, alike.length > 0 && mention.modifiers.some((word) => !held.has(word)));
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
