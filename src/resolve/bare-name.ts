// A name without the words that only describe its bearer: "European airframer Harrow" is Harrow, "Perth, Ontario" is Perth.
import { foldName } from './fold.ts';
import { isProvince, stateOfFolded } from './states.ts';

/** "Leeds-based", "Harrow-led". */
const BASED = /^\S+-(?:based|led|backed|owned|run|born|bound|made|built)\s+/u;
/** Words in small letters that belong inside names. */
const INNER = new Set(
  'of the and for in on at to de la le les du des da do dos das del di della e et y und der den van von zu el al bin ibn ben sans without'.split(
    ' ',
  ),
);

/** A part of a country is not the country, though a part of a town is the town. */
const PART =
  /^(?:(?:north|south|east|west)(?:ern|east|west|eastern|western)?|central|upper|lower|mainland|occupied)\s+(?=.)/;
/** One leading word in small letters, if a capital follows somewhere and it is no particle of a name. */
const SMALL = /^(?!(?:al|el|de|di|van|von|bin|ibn|ben|le|la|da|du|dos|del)\b)[\p{Ll}-]+\s+(?=.*\p{Lu})/u;

/** Leading words in small letters and "…-based" dropped: "central London", "new iPod". At least one word is left. */
export function withoutDescription(surface: string): string {
  let rest = surface;
  for (;;) {
    const isPart = PART.test(rest) && stateOfFolded(foldName(rest.replace(PART, ''))) !== null;
    const next = isPart ? rest : rest.replace(BASED, '').replace(SMALL, '');
    if (next === rest || next === '') return rest;
    rest = next;
  }
}

/** What stands behind the last describing noun inside a name ("European airframer Harrow" gives "Harrow"), else null. */
export function describedTail(surface: string): string | null {
  const words = surface.split(/\s+/);
  for (let index = words.length - 2; index > 0; index -= 1) {
    const word = words[index] ?? '';
    if (!/^\p{Ll}[\p{Ll}-]{3,}$/u.test(word) || INNER.has(word)) continue;
    const tail = words.slice(index + 1).join(' ');
    return /^\p{Lu}/u.test(tail) ? tail : null;
  }
  return null;
}

/** "Perth, Ontario" taken apart: the town, and the folded name of the state or province in which it lies; else null. */
export function townOf(surface: string): { readonly town: string; readonly region: string } | null {
  const match = /^(.+?),\s+([^,]+?)(?:,\s+[^,]+)?$/.exec(surface);
  if (!match?.[1] || !match[2]) return null;
  const region = foldName(match[2]);
  return isProvince(region) || stateOfFolded(region) !== null ? { town: match[1], region } : null;
}

/** Short names of states and unions that stand before a name as its owner, at least two words of which are left. */
const SHORT_OWNER = /^(U\.?S\.?|U\.?K\.?|U\.?N\.?|E\.?U\.?)\s+(\S+\s+\S.*)$/;

/** "Norland's Harbor Airport" and "U.S. Northern Storm Center" taken apart; null for a name without an owner. */
export function ownedName(surface: string): { readonly owner: string; readonly owned: string } | null {
  const owned = withoutOwner(surface);
  if (owned !== null) return { owner: surface.slice(0, surface.length - owned.length).trim(), owned };
  const [, owner, rest] = SHORT_OWNER.exec(surface) ?? [];
  return owner === undefined || rest === undefined ? null : { owner, owned: rest };
}

/** What is left of a name without its owner: "Norland's Harbor Airport" gives "Harbor Airport"; else null. */
export function withoutOwner(surface: string): string | null {
  const match = /^(?:\S+\s+){0,3}?\S+(?:['’]s|s['’])\s+(.+)$/u.exec(surface);
  return match?.[1] ?? null;
}
