// Whether "he" or "she" fits a person: by the title before the name, the nouns beside it, and the first name.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { childrenBy, headOf, relationAt, topOf } from '../tree.ts';
import { lemmaAt, tokenAfter, wordAt } from '../words.ts';

export type Gender = 'he' | 'she';

const BORNE = readLexicon<Readonly<Record<Gender, string>>>('given-name-genders');
const READ = readLexicon<Readonly<Record<Gender, readonly string[]>>>('name-genders');
const GENDERS = ['he', 'she'] as const;
/** By names in lower case; what our own texts call their bearers outranks the births of one country. */
const BY_NAME = new Map<string, Gender>(
  [
    ...GENDERS.map((gender) => [gender, BORNE[gender].split(' ')] as const),
    ...GENDERS.map((gender) => [gender, READ[gender]] as const),
  ].flatMap(([gender, names]) => names.map((name): [string, Gender] => [name.toLowerCase(), gender])),
);
const MALE =
  /^(?:mr|mr\.|sir|lord|king|prince|duke|baron|father|son|brother|husband|uncle|nephew|grandfather|boy|man|gentleman|widower|\w*(?:spokes|chair|business|congress|council|assembly|states|crafts|police|sales|fire|camera|fisher|country)man|actor|monk|priest|pope|imam|rabbi)$/;
const FEMALE =
  /^(?:mrs|mrs\.|ms|ms\.|miss|madam|madame|lady|dame|queen|princess|duchess|baroness|mother|daughter|sister|wife|aunt|niece|grandmother|girl|woman|widow|\w*(?:spokes|chair|business|congress|council|assembly|states|crafts|police|sales)woman|actress|nun|waitress|empress)$/;

/** Titles that some parents give as a name; the others are in no list of names. */
const TITLE = /^(?:general|major|colonel|marshal|judge|justice|bishop|deacon|chancellor|dean)$/i;

/** The pronoun that a mention asks for by itself; null where nothing tells. */
export function genderOf(extraction: Extraction, mention: Mention): Gender | null {
  const first = tokenAfter(extraction, mention.start);
  const top = topOf(extraction, mention);
  const beside = [
    first - 1,
    ...Array.from(
      { length: Math.max(0, tokenAfter(extraction, mention.end - 1) - first + 1) },
      (_, step) => first + step,
    ),
    ...childrenBy(extraction, top, 'appos', 'nmod', 'compound', 'flat'),
    // "her brother Ostap", "his wife, Daria": the noun may head the name.
    ...(/^(?:appos|flat|nmod)$/.test(relationAt(extraction, top)) ? [headOf(extraction, top)] : []),
  ];
  for (const index of beside) {
    const gender = genderOfWord(wordAt(extraction, index)) ?? genderOfWord(lemmaAt(extraction, index));
    if (gender) return gender;
  }
  if (mention.kind !== 'name') return null;
  // A title may be part of the name: "Inspector Boris Hale".
  const words = extraction.document.text.slice(mention.start, mention.end).split(/[\s-]/);
  const given = words.slice(0, -1).filter((word) => !TITLE.test(word));
  return given.reduce<Gender | null>((gender, word) => gender ?? genderOfName(word), null);
}

/** What a given name tells; a surname may look like one ("Kelly"). */
export function genderOfName(given: string): Gender | null {
  return BY_NAME.get(given.toLowerCase()) ?? null;
}

export function genderOfWord(word: string): Gender | null {
  return MALE.test(word) ? 'he' : FEMALE.test(word) ? 'she' : null;
}

/** The gender that a personal pronoun shows. */
export function genderOfPronoun(word: string): Gender {
  return /^s?he|^h(?:is|im)/.test(word) && !/^she|^her/.test(word) ? 'he' : 'she';
}
