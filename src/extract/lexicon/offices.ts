// Which title states which relation, depending on who owns the office: a state, another place, a body, or a person.
import type { Ontology, RelationType } from '../../model/ontology.ts';
import type { Country } from './countries.ts';
import { hasChancellor } from './countries.ts';
import { readLexicon } from './read-lexicon.ts';

interface OfficeRow {
  readonly titles: readonly string[];
  readonly state: string | null;
  readonly chancellorState?: string;
  readonly place: string | null;
  readonly body: string | null;
  readonly person?: string;
}

const LEXICON = readLexicon<{
  offices: readonly OfficeRow[];
  modifiers: readonly string[];
  past: readonly string[];
}>('offices');

const rows = new Map<string, OfficeRow>();
for (const row of LEXICON.offices) for (const title of row.titles) if (!rows.has(title)) rows.set(title, row);

/** Words that may stand before a title and belong to it: "former", "acting". */
export const TITLE_MODIFIERS: ReadonlySet<string> = new Set(LEXICON.modifiers);
/** Those that say the office is no longer held, or was held then. */
export const PAST_MODIFIERS: ReadonlySet<string> = new Set(LEXICON.past);
/** Words before a title that make its bearer the second in an office. */
const SECOND = /\b(?:deputy|vice|assistant|associate)\b/;

/** The relation of an office where such a word stands before it ("deputy director"): no head of a state or body. Lower-case. */
export function relationBehind(modifiers: string, type: string): string {
  if (!SECOND.test(modifiers)) return type;
  if (type === 'LEADS') return 'WORKS_FOR';
  return type.startsWith('HEAD_OF_') ? 'OFFICIAL_OF' : type;
}

const LEADERS = /^(?:leader|chief|commander|boss|head|figure)$/;
const OTHERS =
  /^(?:opposition|rebel|guerrilla|insurgent|separatist|militant|terrorist|terror|militia|resistance|dissident|exile|rights|liberties|democracy|independence|student|protest|union|labou?r|trade|party|community|tribal|clan|religious|spiritual|church|christian|catholic|jewish|muslim|sunni|shi'ite|shiite|islamist|hindu|buddhist|gang|mafia|cartel|crime|business|industry)$/;

/** "Norlandish |opposition| leader": true of a word before such a title that makes its bearer lead others than the state. Lower-case. */
export function leadsOthers(before: string, title: string): boolean {
  return LEADERS.test(title) && OTHERS.test(before);
}

/** Most words in one title. */
export const LONGEST_TITLE = Math.max(...[...rows.keys()].map((title) => title.split(' ').length));

/** True for a title as the lexicon spells it, lower-case, single spaces. */
export function isOffice(title: string): boolean {
  return rows.has(title);
}

/** Which head of a state or government a title names ("president", "prime minister"); null for every other. Lower-case. */
export function headOfficeOf(title: string): string | null {
  const row = rows.get(title);
  const relation = row?.chancellorState ?? row?.state ?? '';
  return relation.startsWith('HEAD_OF_') ? relation : null;
}

/** What stands behind the last space or hyphen. */
export function lastPartOf(phrase: string): string {
  return phrase.slice(Math.max(phrase.lastIndexOf(' '), phrase.lastIndexOf('-')) + 1);
}

const ENDINGS = new Set([...rows.keys()].map(lastPartOf));

/** True for the last part of some title. */
export function endsOffice(part: string): boolean {
  return ENDINGS.has(part);
}

/** The owner of an office, as far as it decides what the office is. */
export interface Owner {
  readonly type: string;
  readonly country: Country | undefined;
}

/** The relation type a title states towards its owner, or null where it states none. */
export function relationOfOffice(title: string, owner: Owner): string | null {
  const row = rows.get(title);
  if (!row) return null;
  if (owner.type === 'Organization') return row.body;
  if (owner.type === 'Group') return row.body === 'OFFICIAL_OF' ? null : row.body;
  if (owner.type === 'Person') return row.person ?? null;
  if (owner.type !== 'Place') return null;
  if (!owner.country) return row.place;
  return row.chancellorState && hasChancellor(owner.country) ? row.chancellorState : row.state;
}

const STATED = new Set(
  [...rows.values()].flatMap(({ state, chancellorState, place, body, person }) => [
    state,
    chancellorState,
    place,
    body,
    person,
  ]),
);

/** The types of a user's own that a title triggers, which go before the one that it states here. */
export function ownTypesOf(title: string, { relationTypes }: Ontology): readonly RelationType[] {
  return relationTypes.filter(({ name, triggers }) => !STATED.has(name) && triggers.includes(title));
}
