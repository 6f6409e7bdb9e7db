// The name that people see: of a thing's names the fullest and best spelt, without shouting; of what has none, the words that tell most.
import type { Extraction, Mention } from '../model/extraction.ts';
import type { Alias } from '../model/graph.ts';
import type { MentionId } from '../model/id.ts';
import { sliceSpan } from '../model/span.ts';
import { withoutDescription } from './bare-name.ts';
import { takesLeadersName } from './document-index.ts';
import { compareText, foldName } from './fold.ts';
import { isAcronym, isGenericName } from './organization-name.ts';
import { parsePersonName } from './person-name.ts';
import { stateNamed } from './states.ts';
import type { Unit } from './unit.ts';

/** A fuller form that a thing is called by less often than once in so many times is a slip, not its name. */
const SELDOM = 20;

/** Full before short, well-formed before shouted, then the most frequent, without article, the longest, the first in the alphabet. */
export function chooseName(aliases: readonly Alias[], type: string): string | undefined {
  const forms = new Set(aliases.map(({ name }) => foldName(name)));
  const isSpoken = type !== 'Person' && type !== 'Place'; // "Nato" is as well an acronym
  const calm = new Set(aliases.flatMap(({ name }) => (isSpoken || !/\p{Ll}/u.test(name) ? [] : [foldName(name)])));
  const most = Math.max(0, ...aliases.flatMap(({ name, count }) => (isAcronym(name) ? [] : [count])));
  const isUsed = ({ count }: Alias) => type === 'Person' || count * SELDOM >= most;
  const rank = (alias: Alias) =>
    (isUsed(alias) ? fullness(alias.name, type) : 0) + (isWellFormed(alias.name, calm) ? 1 : 0);
  // A town with its region is no fuller than the town, where texts also name it alone, nor a person with where he is from.
  const separator = type === 'Place' ? ',' : type === 'Person' ? ' of ' : null;
  const isPlaced = ({ name }: Alias) =>
    separator !== null && name.includes(separator) && forms.has(foldName(name.split(separator)[0] ?? ''));
  const hasTail = ({ name }: Alias) => TAIL.test(name) && forms.has(foldName(name.replace(TAIL, '')));
  const article = ({ name }: Alias) => Number(/^the /i.test(name) && forms.has(foldName(name.slice(4))));
  const placeless = aliases.filter((alias) => !isPlaced(alias) && !hasTail(alias));
  const [best] = (placeless.length > 0 ? placeless : [...aliases]).sort(
    (a, b) =>
      rank(b) - rank(a) ||
      b.count - a.count ||
      article(a) - article(b) ||
      b.name.length - a.name.length ||
      compareText(a.name, b.name),
  );
  if (best === undefined) return undefined;
  const twins = placeless.filter((alias) => isTwin(alias, best) && rank(alias) === rank(best));
  return withoutShouting(mostMarked(best, twins).name, type);
}

/** Words of the sentence that were read into a name: "Torva |as Norlanders|", "Ada Quill |Monday|". */
const TAIL = /\s(?:(?:as|while|when|since|after|before)\s.+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;

/** Papers drop the marks of foreign letters and never add any: of "Ase" and "Åse" the text's own is the second, be it the rarer. */
function mostMarked(best: Alias, twins: readonly Alias[]): Alias {
  return twins.reduce((most, twin) => (countMarked(twin) > countMarked(most) ? twin : most), best);
}

function countMarked({ name }: Alias): number {
  return name.match(/[^\P{L}a-z]/giu)?.length ?? 0;
}

/** The same letters but for their marks, and no slip. */
function isTwin(alias: Alias, best: Alias): boolean {
  return foldName(alias.name) === foldName(best.name) && alias.count * SELDOM >= best.count;
}

/** "Supreme Court" tells more than its acronym, and leaves open whose, which "U.S. Supreme Court" does not. */
function fullness(name: string, type: string): number {
  if (type === 'Person') return (parsePersonName(name)?.given.length ?? 0) > 0 ? 2 : 0;
  if (!withoutDescription(name).includes(' ') || isAcronym(name)) return 0;
  return isGenericName(name) ? 1.5 : 2;
}

/** `calm`: names that stand in small letters somewhere, folded; in capitals they open a despatch or a headline. */
function isWellFormed(name: string, calm: ReadonlySet<string>): boolean {
  if (name.length > 80 || !/^\p{Ll}?\p{Lu}/u.test(name)) return false;
  return /\p{Ll}/u.test(name) || (isAcronym(name) && !calm.has(foldName(name)));
}

/** Words that can be spoken; shorter ones and those without a vowel may be acronyms. */
const SHOUTED = /(?<!\p{L})(?=\p{L}*[AEIOUYÄÖÜÅØÉ])\p{Lu}{4,}(?!\p{L})/gu;
/** In the name of a person nothing but numbers of kings is one. */
const SHOUTED_PERSON = /(?<!\p{L})(?![IVX]+(?!\p{L}))\p{Lu}{3,}(?!\p{L})/gu;
const SMALL = /(?<=\p{L} )(?:OF|THE|AND|FOR|IN|ON|AT)(?= )/gu;
const PARTICLES = /(?<=\p{L} )(?:DE|DEL|DA|DOS|VAN|VON|DER|BIN)(?= )/gu;

/** "EASTHAVEN" is Easthaven, "BANK OF NORLAND" the Bank of Norland; one word of anything but a person or place may be an acronym. */
function withoutShouting(name: string, type: string): string {
  const isLoud = !/\p{Ll}/u.test(name);
  if (type !== 'Place' && type !== 'Person' && !(isLoud && name.includes(' '))) return name;
  const calm = name.replace(
    type === 'Person' && isLoud ? SHOUTED_PERSON : SHOUTED,
    (word) => word.slice(0, 1) + word.slice(1).toLowerCase(),
  );
  if (isLoud) return calm.replace(SMALL, (word) => word.toLowerCase());
  return calm === name ? name : calm.replace(PARTICLES, (word) => word.toLowerCase());
}

/** "army of |the| United States": the extractor makes such names without it. */
export function withArticle(made: string): string {
  return made.replace(STATE_WITH_ARTICLE, 'the ');
}

const STATE_WITH_ARTICLE =
  /(?<= (?:of|in) )(?=United |(?:Netherlands|Philippines|Bahamas|Maldives|Comoros|Seychelles|Gambia)$|(?:\p{Lu}\p{L}+ )+(?:Republic|Islands)$|Republic of )/u;

/** The words of a mention of what the texts never name, best one with a name inside: "Norlandish troops", "mother of Ada Quill". */
export function nominalName(units: readonly Unit[]): string {
  const phrases = [...units]
    .sort((a, b) => compareText(a.id, b.id))
    .flatMap(({ extraction, mentions }) => {
      const nominals = mentions.filter(({ kind }) => kind !== 'pronoun');
      return (nominals.length > 0 ? nominals : mentions).map((mention) => phraseOf(extraction, mention));
    });
  return phrases.find((phrase) => /\p{Lu}/u.test(phrase)) ?? phrases[0] ?? '';
}

/** Words before a nominal that do not say what it is. */
const LEAD =
  /^(?:the|an?|this|that|these|those|some|any|another|both|about|around|roughly|approximately|nearly|almost|over|(?:up|close) to|at (?:least|most)|(?:more|less|fewer) than|as many as)\s+/i;
const OWNER = /^(?:my|our|your|his|her|its|their)\s+/i;
/** Of these alone the chain tells whose: who "my" is lies in whose words they are. */
const THIRD = /^(?:his|her|its|their)$/i;

function phraseOf(extraction: Extraction, mention: Mention): string {
  const span = { start: startOfLead(extraction, mention), end: endOfOwners(extraction, mention.end) };
  const whole = sliceSpan(extraction.document.text, span).replace(/\s+/g, ' ').trim();
  let words = whole;
  while (LEAD.test(words)) words = words.replace(LEAD, '');
  const pronoun = OWNER.exec(words)?.[0].trim();
  if (pronoun === undefined) return words === '' ? whole : words;
  const start = span.start + sliceSpan(extraction.document.text, span).indexOf(pronoun);
  const owned = words.slice(pronoun.length + 1);
  const owner = THIRD.test(pronoun) ? ownerBehind(extraction, start, OF_STATE.test(owned)) : null;
  return owner === null ? owned : `${owned} of ${owner}`;
}

/** Between a nominal and the name that it belongs to. */
const GAP = /(?:['’]s?)?[ \u00a0]+$/;
const LONGEST_GAP = 4;
const LONGEST_LINK = 9;

/** Where the name or number right before it starts, which tells which: "Norlandish |troops|", "Norland's |central bank|", "58 |people|". */
function startOfLead({ document, mentions }: Extraction, mention: Mention): number {
  const gap = GAP.exec(document.text.slice(Math.max(0, mention.start - LONGEST_GAP), mention.start))?.[0];
  const lead = gap === undefined ? undefined : byEnd(mentions).get(mention.start - gap.length);
  const counts = lead?.literal?.unit != null && sliceSpan(document.text, mention).endsWith(lead.literal.unit);
  const isLed = !LEAD.test(`${sliceSpan(document.text, mention)} `);
  const owns =
    isLed &&
    lead?.kind === 'name' &&
    (lead.type !== 'Person' || gap?.trim() !== '' || takesLeadersName(sliceSpan(document.text, mention)));
  return lead && (counts || owns) ? lead.start : mention.start;
}

/** Behind the names after "of": "presidents |of Norland and Sudland|". */
function endOfOwners({ document, mentions }: Extraction, end: number): number {
  let last = end;
  for (const link of [/^ of (?:the )?/, /^ and (?:the )?/]) {
    const words = link.exec(document.text.slice(last, last + LONGEST_LINK))?.[0];
    const name = words === undefined ? undefined : nameFrom(mentions).get(last + words.length);
    if (name === undefined || goesOn(document.text, name)) return last;
    last = name.end;
  }
  return last;
}

/** "the brother of |Norland|'s minister", "critics of |Norlandish| policy": the name belongs to what follows. */
function goesOn(text: string, { type, start, end }: Mention): boolean {
  const isAdjective = type === 'Group' && !/s$/.test(text.slice(start, end));
  return isAdjective || /^(?:['\u2019]|-\p{L})/u.test(text.slice(end, end + 2));
}

type Places = ReadonlyMap<number, Mention>;
const endIndex = new WeakMap<readonly Mention[], Places>();
const startIndex = new WeakMap<readonly Mention[], Places>();

function byEnd(mentions: readonly Mention[]): Places {
  const known = endIndex.get(mentions) ?? new Map(mentions.map((mention) => [mention.end, mention]));
  endIndex.set(mentions, known);
  return known;
}

/** Names by where they start. */
function nameFrom(mentions: readonly Mention[]): Places {
  const names = () =>
    mentions.filter(({ kind }) => kind === 'name').map((mention) => [mention.start, mention] as const);
  const known = startIndex.get(mentions) ?? new Map(names());
  startIndex.set(mentions, known);
  return known;
}

/** What belongs to a state whoever leads it: "his |government|"; institutions.ts finds the same where the state stands beside. */
const OF_STATE =
  /(?:^|\s)(?:government|administration|ministry|parliament|cabinet|congress|senate|legislature|embassy|consulate|police|military|army|navy|troops|forces)$/i;
/** Relations of somebody who speaks and acts for a state. */
const OFFICES: ReadonlySet<string | null> = new Set(['HEAD_OF_STATE_OF', 'HEAD_OF_GOVERNMENT_OF', 'OFFICIAL_OF']);

/** The longest name in the chain of the pronoun that stands at a position; `ofState`: of a person, the state whose office he holds. */
function ownerBehind(extraction: Extraction, start: number, ofState: boolean): string | null {
  const { document, mentions, chains } = extraction;
  const pronoun = mentions.find((mention) => mention.kind === 'pronoun' && mention.start === start);
  const chain = pronoun && chains.find(({ mentionIds }) => mentionIds.includes(pronoun.id));
  if (chain === undefined) return null;
  const fellows = new Set(chain.mentionIds);
  const named = mentions.filter(({ id, kind }) => kind === 'name' && fellows.has(id));
  if (ofState && named.some(({ type }) => type === 'Person')) return stateServed(extraction, fellows);
  const names = named.map((name) => name.referent?.name ?? sliceSpan(document.text, name));
  return names.sort((a, b) => b.length - a.length || compareText(a, b))[0]?.replace(/\s+/g, ' ') ?? null;
}

/** The one state in which any of the mentions holds an office; null where the text tells none, or several. */
function stateServed({ document, mentions, relations }: Extraction, holders: ReadonlySet<MentionId>): string | null {
  const served = new Set(
    relations.flatMap(({ type, subject, object, polarity }) =>
      OFFICES.has(type) && polarity === 'positive' && holders.has(subject) && object !== null ? [object] : [],
    ),
  );
  const states = new Set(
    mentions.flatMap(({ id, referent, start, end }) => {
      if (!served.has(id)) return [];
      const name = referent?.type === 'Place' ? referent.name : sliceSpan(document.text, { start, end });
      return stateNamed(name)?.name ?? [];
    }),
  );
  return states.size === 1 ? ([...states][0] ?? null) : null;
}
