// Words for peoples and believers: "South African", "Sunni Muslim", "Turkish Cypriots".
import { findCountry, findDemonym } from './countries.ts';
import { GROUP_ADJECTIVES, GROUP_HEADS } from './name-words.ts';

/** Part of the word for a people: "West African", "Middle Eastern". */
const COMPASS =
  /^(?:north|south|east|west|northeast|northwest|southeast|southwest|central|northern|southern|eastern|western|sub-saharan)$/;
/** What one thinks makes no people (such words name parties, too), and "the Baltic" is a sea. */
const NO_PEOPLE =
  /^(?:(?:democrat|republican|communist|conservative|liberal|socialist|marxist|nazi|islamist)s?|democratic|western|baltic)$/;

/** True where every word is one for a people or for believers, singular or plural, adjective or noun. */
export function isPeople(name: string): boolean {
  if (findDemonym(name) !== undefined) return findCountry(name) === undefined;
  const lower = name.toLowerCase().replaceAll('\u2019', "'");
  if ((GROUP_ADJECTIVES.has(lower) || GROUP_HEADS.has(lower)) && !NO_PEOPLE.test(lower)) return true;
  const space = name.search(/[ -]/);
  if (space < 0) return false;
  const [first, rest] = [name.slice(0, space), name.slice(space + 1)];
  return (COMPASS.test(first.toLowerCase()) || isPeople(first)) && isPeople(rest);
}
