// Is it so, planned, possible, conditional, demanded, denied: read off the verb group and everything that governs it.

import type { Extraction, Modality, Polarity, Sentence } from '../../model/extraction.ts';
import { quotationsAround } from '../by-sentence.ts';
import type { VerbGroup } from '../facts/verb-groups.ts';
import { readLexicon } from '../lexicon.ts';
import { lemmaAt, tagAt, wordAt } from '../words.ts';

/** Polarity and modality of an event. */
export interface Stance {
  readonly polarity: Polarity;
  readonly modality: Modality;
}

interface Lists {
  readonly planned: readonly string[];
  readonly possible: readonly string[];
  readonly demanded: readonly string[];
  readonly negating: readonly string[];
  readonly modals: Readonly<Record<string, Modality>>;
  readonly possibleAdverbs: readonly string[];
  readonly negativeWords: readonly string[];
}

const LISTS = readLexicon<Lists>('modality');
const PLANNED = new Set(LISTS.planned);
const POSSIBLE = new Set(LISTS.possible);
const DEMANDED = new Set(LISTS.demanded);
const NEGATING = new Set(LISTS.negating);
const HEDGES = new Set(LISTS.possibleAdverbs);
const NEGATIVE = new Set(LISTS.negativeWords);
const CONDITIONS = new Set(['if', 'unless', 'provided', 'lest', 'assuming']);
const DEEPEST = 6;

/** The stance of an event named by an argument of a verb: "denied talks", "cancelled a visit", "plans a trip". */
export function stanceOfArgument(extraction: Extraction, stance: Stance, verb: number): Stance {
  const effect = effectOf(extraction, verb);
  const flipped = stance.polarity === 'positive' ? 'negative' : 'positive';
  // To say or report an event does not make it doubtful; to plan or demand it makes it unreal.
  const modality = effect.modality === 'possible' ? 'actual' : effect.modality;
  return {
    polarity: effect.negations % 2 === 0 ? stance.polarity : flipped,
    modality: stance.modality === 'actual' ? modality : stance.modality,
  };
}

interface Reading {
  negations: number;
  modality: Modality;
}

/** The stance of a verb group, of its chain ("refused to plan to"), and of the verbs, nouns and clauses that govern it. */
export function stanceOf(
  extraction: Extraction,
  sentence: Sentence,
  groups: readonly VerbGroup[],
  group: VerbGroup,
): Stance {
  const reading = readGroup(extraction, sentence, groups, group, 0);
  const modality =
    reading.modality === 'conditional' && isBackshifted(extraction, group) ? 'planned' : reading.modality;
  const conditional = conditionOf(extraction, sentence, group, modality);
  return { polarity: reading.negations % 2 === 0 ? 'positive' : 'negative', modality: conditional ?? modality };
}

function readGroup(
  extraction: Extraction,
  sentence: Sentence,
  groups: readonly VerbGroup[],
  group: VerbGroup,
  depth: number,
): Reading {
  const own = readWords(extraction, sentence, group);
  const outer = depth < DEEPEST ? readGovernor(extraction, sentence, groups, group, depth) : null;
  if (!outer) return own;
  return {
    negations: own.negations + outer.negations,
    modality: own.modality === 'actual' ? outer.modality : own.modality,
  };
}

/** Modals, negation, hedges and governing verbs inside the group; the innermost modality wins. */
function readWords(extraction: Extraction, sentence: Sentence, group: VerbGroup): Reading {
  let negations = 0;
  let modality: Modality = 'actual';
  for (let index = group.last; index >= group.first; index -= 1) {
    const word = wordAt(extraction, index);
    if (NEGATIVE.has(word) || (word === 'longer' && wordAt(extraction, index - 1) !== 'no')) negations += 1;
    const found =
      (tagAt(extraction, index) === 'AUX' || tagAt(extraction, index) === 'VERB') && Object.hasOwn(LISTS.modals, word)
        ? LISTS.modals[word]
        : HEDGES.has(word)
          ? 'possible'
          : null;
    if (found && modality === 'actual' && index !== group.verb) modality = found;
    if (index < group.verb && (group.chain.includes(index) || tagAt(extraction, index) === 'ADJ')) {
      const effect = effectOf(extraction, index);
      negations += effect.negations;
      if (modality === 'actual') modality = effect.modality;
      if (/^(?:has|have|had|'ve)$/.test(word) && wordAt(extraction, index + 1) === 'to' && modality === 'actual')
        modality = 'demanded';
    }
  }
  if (hasNegativeSubject(extraction, sentence, group) || hasNegativeObject(extraction, group)) negations += 1;
  if (modality === 'actual' && HEDGES.has(wordAt(extraction, group.first - 1))) modality = 'possible';
  return { negations, modality };
}

/** What a governing verb or noun does to what it governs. */
function effectOf(extraction: Extraction, index: number): Reading {
  const forms = [lemmaAt(extraction, index), wordAt(extraction, index)];
  const has = (set: ReadonlySet<string>): boolean => forms.some((form) => set.has(form));
  const negations = has(NEGATING) ? 1 : 0;
  if (has(DEMANDED) && !/^(?:say|said|report)$/.test(forms[0] ?? '')) return { negations, modality: 'demanded' };
  if (has(PLANNED) || wordAt(extraction, index) === 'going') return { negations, modality: 'planned' };
  return { negations, modality: has(POSSIBLE) ? 'possible' : 'actual' };
}

/** "no one met", "neither side left", "no longer lives". */
function hasNegativeSubject(extraction: Extraction, sentence: Sentence, group: VerbGroup): boolean {
  for (let index = group.first - 1; index >= Math.max(sentence.firstToken, group.first - 5); index -= 1) {
    const tag = tagAt(extraction, index);
    const word = wordAt(extraction, index);
    if (tag === 'VERB' || tag === 'AUX' || tag === 'PUNCT' || tag === 'SCONJ' || tag === 'CCONJ') return false;
    if (
      /^(?:no|neither|nobody|none|never)$/.test(word) ||
      (word === 'longer' && wordAt(extraction, index - 1) === 'no')
    )
      return true;
  }
  return false;
}

/** "found no troops", "met nobody". */
function hasNegativeObject(extraction: Extraction, group: VerbGroup): boolean {
  const next = wordAt(extraction, group.last + 1);
  return /^(?:no|nobody|nothing|none|neither)$/.test(next);
}

/** Infinitives hang on the verb or noun before them, gerunds on the verb, reported clauses on the verb of saying. */
function readGovernor(
  extraction: Extraction,
  sentence: Sentence,
  groups: readonly VerbGroup[],
  group: VerbGroup,
  depth: number,
): Reading | null {
  const place = groups.indexOf(group);
  const previous = groups[place - 1];
  if (group.form === 'infinitive' && previous) {
    const noun = tagAt(extraction, group.first - 1) === 'NOUN' ? effectOf(extraction, group.first - 1) : null;
    return combine(noun, governedBy(extraction, sentence, groups, previous, depth));
  }
  const before = wordAt(extraction, group.first - 1);
  if (
    group.form === 'participle' &&
    previous &&
    group.first - previous.last <= 3 &&
    before !== ',' &&
    !/^(?:while|after|before|by)$/.test(before)
  ) {
    return governedBy(extraction, sentence, groups, previous, depth);
  }
  const bare = group.chain.length === 0 && wordAt(extraction, group.verb) === lemmaAt(extraction, group.verb);
  if (/^(?:and|or|,)$/.test(before) && bare) {
    const sister = groups.findLast(
      (each, index) => index < place && (each.form === 'infinitive' || each.chain.length > 0),
    );
    if (sister) return readGroup(extraction, sentence, groups, sister, depth + 1);
  }
  return reportedBy(extraction, sentence, groups, group, depth);
}

/** The effect of a governing group: what its verb does, and its own stance. */
function governedBy(
  extraction: Extraction,
  sentence: Sentence,
  groups: readonly VerbGroup[],
  governor: VerbGroup,
  depth: number,
): Reading {
  return combine(
    effectOf(extraction, governor.verb),
    readGroup(extraction, sentence, groups, governor, depth + 1),
  ) as Reading;
}

function combine(inner: Reading | null, outer: Reading | null): Reading | null {
  if (!inner || !outer) return inner ?? outer;
  return {
    negations: inner.negations + outer.negations,
    modality: inner.modality === 'actual' ? outer.modality : inner.modality,
  };
}

/** In "X denied that Y left" the leaving is denied; "X said that Y left" changes nothing here. */
function reportedBy(
  extraction: Extraction,
  sentence: Sentence,
  groups: readonly VerbGroup[],
  group: VerbGroup,
  depth: number,
): Reading | null {
  const start = extraction.tokens[group.first]?.start ?? 0;
  const around = quotationsAround(extraction, group.first).filter(
    (each) => !each.direct && each.cue && each.content.start <= start && start < each.content.end,
  );
  const inner = around.at(-1);
  const cue = inner?.cue ?? clauseVerb(extraction, sentence, group);
  if (!cue) return null;
  const reporter = groups.find((each) => (extraction.tokens[each.verb]?.start ?? -1) === cue.start);
  if (!reporter || reporter === group) return null;
  const effect = effectOf(extraction, reporter.verb);
  // To ask, tell or order makes a demand of an infinitive, not of a reported statement; to promise that is still a plan.
  const modality = /^(?:demand|insist|urge|recommend|request|propose)$/.test(lemmaAt(extraction, reporter.verb))
    ? 'demanded'
    : /^(?:hope|wish|fear|suspect|speculate|wonder|doubt|suggest)$/.test(lemmaAt(extraction, reporter.verb))
      ? 'possible'
      : 'actual';
  const own =
    effect.negations > 0 || modality !== 'actual'
      ? readGroup(extraction, sentence, groups, reporter, depth + 1)
      : { negations: 0, modality: 'actual' as const };
  return { negations: effect.negations + (effect.negations > 0 ? own.negations : 0), modality };
}

/** The verb before "that" which governs the clause of the group, where no quotation was recorded. */
function clauseVerb(extraction: Extraction, sentence: Sentence, group: VerbGroup): { readonly start: number } | null {
  for (let index = group.first - 1; index > sentence.firstToken; index -= 1) {
    if (wordAt(extraction, index) !== 'that') continue;
    if (tagAt(extraction, index - 1) !== 'VERB') continue;
    return { start: extraction.tokens[index - 1]?.start ?? 0 };
  }
  return null;
}

/** "announced that it would leave": the past of "will", a plan and no condition. */
function isBackshifted(extraction: Extraction, group: VerbGroup): boolean {
  if (!/^(?:would|'d)$/.test(wordAt(extraction, group.first))) return false;
  const start = extraction.tokens[group.first]?.start ?? 0;
  return quotationsAround(extraction, group.first).some((each) => {
    if (each.direct || !each.cue || each.content.start > start || each.content.end <= start) return false;
    return /(?:ed|said|told)$/i.test(extraction.document.text.slice(each.cue.start, each.cue.end));
  });
}

/** Both halves of "if A, B" are conditional; "whether" and "unclear if" leave it open. Null where there is no condition. */
function conditionOf(
  extraction: Extraction,
  sentence: Sentence,
  group: VerbGroup,
  modality: Modality,
): Modality | null {
  for (let index = sentence.firstToken; index <= sentence.lastToken; index += 1) {
    const word = wordAt(extraction, index);
    if (word === 'whether' && index < group.first && group.first - index < 25) return 'possible';
    if (!CONDITIONS.has(word) || !sameSpeech(extraction, index, group.first)) continue;
    const asked = /^(?:ask|wonder|see|know|unclear|clear|doubt)$/.test(lemmaAt(extraction, index - 1));
    if (index < group.first) return asked ? 'possible' : 'conditional';
    if (!asked && (modality !== 'actual' || group.form === 'infinitive')) return 'conditional';
  }
  return null;
}

/** A condition inside what somebody says does not reach the verb of saying. */
function sameSpeech(extraction: Extraction, condition: number, verb: number): boolean {
  const at = extraction.tokens[condition]?.start ?? 0;
  const place = extraction.tokens[verb]?.start ?? 0;
  return quotationsAround(extraction, verb).every(({ content }) => {
    const holdsCondition = content.start <= at && at < content.end;
    const holdsVerb = content.start <= place && place < content.end;
    return !holdsCondition || holdsVerb;
  });
}
