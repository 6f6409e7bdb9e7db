// How much of a firm is whose: "owns 14 percent of Norair", "sold its 6.6% stake in Norair", "Norair, which is 51 percent owned by Hale".
import type { Extraction, Mention } from '../../model/extraction.ts';
import { sliceSpan } from '../../model/span.ts';
import { stanceAt } from '../attributes/stance.ts';
import { mentionsAround } from '../by-sentence.ts';
import { chainsByMention, isAnonymous } from '../chain-index.ts';
import { childrenBy, headOf, topOf } from '../tree.ts';
import { lemmaAt, spanOf, tokenAfter, wordAt } from '../words.ts';
import { entityAt } from './entity-at.ts';
import type { Edge } from './make-relation.ts';

const PERCENT = /(?:%|per ?cent)$/i;
const STAKE = /^(?:stake|share|shareholding|holding|interest|equity)s?$/;
/** Verbs by which a stake is somebody's. */
const OWNING = /^(?:own|hold|have|control|keep|retain|possess)$/;
const TRADING = /^(?:buy|acquire|purchase|take|sell|build|raise|increase|cut|reduce|offer|seek)$/;
/** No stake hangs deeper below its verb. */
const DEEPEST = 5;
/** Words from the percentage to the firm: "percent of the shares of Norair". */
const FARTHEST = 7;
/** Uncalibrated. */
const SCORE = 0.8;

interface Stake {
  readonly owner: Mention;
  readonly firm: Mention;
  /** The verb by which it is told. */
  readonly verb: number;
}

/** Of each stake whose owner and firm the text names: how much it is, and that it is one in the firm. */
export function stakeEdges(extraction: Extraction): Edge[] {
  return extraction.mentions.flatMap((quantity) => {
    const stake = isPercent(extraction, quantity) ? stakeOf(extraction, quantity) : null;
    const sentence = extraction.sentences[extraction.tokens[quantity.head]?.sentence ?? -1];
    const name = stake && nameOf(extraction, stake.firm);
    if (!stake || !sentence || !name || isAnonymous(extraction, stake.owner)) return [];
    const { owner, firm, verb } = stake;
    const lemma = lemmaAt(extraction, verb);
    const base = {
      ...{ subject: owner, triggers: [], passive: false, score: SCORE, ...stanceAt(extraction, verb) },
      sentence: { start: sentence.start, end: sentence.end },
    };
    const told = OWNING.test(lemma) ? 'stake in' : `${lemma} stake in`;
    const amount = {
      ...{ ...base, object: quantity, literal: quantity.literal, predicate: `${told} ${name}` },
      cue: { start: quantity.start, end: quantity.end },
    };
    const edge = {
      ...base,
      object: firm,
      literal: null,
      predicate: `${lemma} stake in`,
      cue: spanOf(extraction, verb, verb),
    };
    return [amount, edge];
  });
}

function isPercent({ document }: Extraction, { type, start, end }: Mention): boolean {
  return type === 'Quantity' && PERCENT.test(document.text.slice(start, end));
}

function isStakeAt(extraction: Extraction, place: number): boolean {
  return STAKE.test(wordAt(extraction, place));
}

function stakeOf(extraction: Extraction, quantity: Mention): Stake | null {
  const owned = ownedBy(extraction, quantity);
  if (owned) return owned;
  const firm = firmBehind(extraction, quantity);
  let verb = topOf(extraction, quantity);
  for (let step = 0; firm && step < DEEPEST && verb >= 0; step += 1) {
    const lemma = lemmaAt(extraction, verb);
    if (OWNING.test(lemma) || TRADING.test(lemma)) {
      const [subject] = childrenBy(extraction, verb, 'nsubj');
      const owner = subject === undefined ? null : entityAt(extraction, subject);
      return owner && owner.id !== firm.id ? { owner, firm, verb } : null;
    }
    verb = headOf(extraction, verb);
  }
  return null;
}

/** "6.6% stake in |Norair|", "14 percent of |Norair|", "a stake of 20 percent in |Norair|". */
function firmBehind(extraction: Extraction, { end }: Mention): Mention | null {
  const first = tokenAfter(extraction, end - 1) + 1;
  let place = first;
  const isStake = isStakeAt(extraction, place) || isStakeAt(extraction, tokenAfter(extraction, end - 1) - 3);
  for (; place < first + FARTHEST; place += 1) {
    const word = wordAt(extraction, place);
    if (STAKE.test(word) || /^(?:the|its|his|her|their|voting|of|in|on|capital)$/.test(word)) continue;
    break;
  }
  const link = wordAt(extraction, place - 1);
  const isLinked = /^(?:of|in|the|its)$/.test(link) && place > first;
  const firm = isLinked
    ? mentionsAround(extraction, place).find(({ start }) => start === extraction.tokens[place]?.start)
    : undefined;
  if (!firm || !/^(?:Organization|Product|Other|Place|Person)$/.test(firm.type)) return null;
  // "12 percent of Torva": only a body is owned without the word.
  return isStake || wordAt(extraction, first) === 'of' ? firmOnly(firm, isStake) : null;
}

function firmOnly(firm: Mention, isStake: boolean): Mention | null {
  return /^(?:Organization|Other)$/.test(firm.type) || (isStake && firm.referent === null) ? firm : null;
}

/** "Norair, which is |51 percent| owned by Hale". */
function ownedBy(extraction: Extraction, { start, end }: Mention): Stake | null {
  const next = tokenAfter(extraction, end - 1) + 1;
  const verb = wordAt(extraction, next) === '-' ? next + 1 : next;
  if (lemmaAt(extraction, verb) !== 'own' || wordAt(extraction, verb + 1) !== 'by') return null;
  const owner = [1, 2, 3]
    .map((step) => entityAt(extraction, verb + 1 + step))
    .find((mention) => mention?.kind === 'name');
  let before = tokenAfter(extraction, start) - 1;
  while (/^(?:,|which|is|was|that|and|now|still)$/.test(wordAt(extraction, before))) before -= 1;
  const firm = mentionsAround(extraction, before).find(
    (mention) => mention.end === extraction.tokens[before]?.end && mention.type === 'Organization',
  );
  return owner && firm && owner.id !== firm.id ? { owner, firm, verb } : null;
}

/** The words of a name, or of the first name of its chain. */
function nameOf(extraction: Extraction, mention: Mention): string | null {
  const chain = extraction.chains[chainsByMention(extraction).get(mention.id) ?? -1];
  const name =
    mention.kind === 'name'
      ? mention
      : extraction.mentions.find(({ id, kind }) => kind === 'name' && chain?.mentionIds.includes(id));
  return name ? sliceSpan(extraction.document.text, name) : null;
}
