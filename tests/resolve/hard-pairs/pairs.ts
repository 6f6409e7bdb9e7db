// A hundred and fifty pairs of things that are easily taken for one, by what misleads; no pair may share an entity.

/** Two texts, marked as in mark-text, and the two names that stand for two things. */
export interface HardPair {
  readonly texts: readonly [string, string];
  readonly names: readonly [string, string];
}

const SURNAMES = 'Hale Quill Brook Tarn Marsh Finch Harrow Crewe Thorne Pell'.split(' ');
const GIVEN = 'Ada Boris Carla Dora Egon'.split(' ');
const TOWNS = 'Leeds Lima Oslo Perth Turin Porto Ghent Lyon Basel Graz'.split(' ');

const apart = (left: string, right: string, names: readonly [string, string]): HardPair => ({
  texts: [left, right],
  names,
});
const person = (name: string) => `[${name}|Person]`;
const body = (name: string) => `[${name}|Organization]`;
const town = (name: string) => `[${name}|Place]`;

/** Same surname, other given name, in one company. */
const sameSurname = SURNAMES.flatMap((surname, place) =>
  GIVEN.slice(0, 3).map((given, other) => {
    const names = [`${given} ${surname}`, `${GIVEN[other + 1]} ${surname}`] as const;
    const scene = ` spoke in ${town(TOWNS[place] ?? '')} for the ${body('Harbor Guild')}.`;
    return apart(person(names[0]) + scene, person(names[1]) + scene, names);
  }),
);

/** A bare surname in one text, a full name in another, nothing else shared. */
const bareSurname = SURNAMES.map((surname) =>
  apart(`${person(surname)} sang.`, `${person(`Ada ${surname}`)} swam.`, [surname, `Ada ${surname}`]),
);

/** Father and son. */
const fatherAndSon = SURNAMES.flatMap((surname, place) => {
  const where = ` met voters in ${town(TOWNS[place] ?? '')}.`;
  return [
    apart(person(`George W. ${surname}`) + where, person(`George H. W. ${surname}`) + where, [
      `George W. ${surname}`,
      `George H. W. ${surname}`,
    ]),
    apart(person(`Tam ${surname} Jr.`) + where, person(`Tam ${surname} Sr.`) + where, [
      `Tam ${surname} Jr.`,
      `Tam ${surname} Sr.`,
    ]),
  ];
});

/** Husband and wife whose names differ in the ending alone. */
const slavicPairs = 'Hrytsk Belinsk Dombrowsk Kaminsk Zielinsk'
  .split(' ')
  .map((stem) =>
    apart(
      `${person(`Sasha ${stem}y`)} sang in ${town('Graz')}.`,
      `${person(`Sasha ${stem}a`)} sang in ${town('Graz')}.`,
      [`Sasha ${stem}y`, `Sasha ${stem}a`],
    ),
  );

/** A country and its party, bank or university; a town and its club. */
const namedAfter = ['Norway', 'Peru', 'Kenya', 'Chile', 'Malta', 'Ghana', 'Nepal', 'Oman', 'Cuba'].flatMap((state) =>
  ['Party', 'Herald', 'Steel'].map((noun) =>
    apart(`${town(state)} voted.`, `The ${body(`${state} ${noun}`)} spoke.`, [state, `${state} ${noun}`]),
  ),
);
const clubs = TOWNS.flatMap((place) =>
  ['Rovers', 'United'].map((club) =>
    apart(`The team came to ${town(place)}.`, `${body(`${place} ${club}`)} won.`, [place, `${place} ${club}`]),
  ),
);

/** Bodies that differ in one word, machines that differ in a digit, towns that differ in their province. */
const bodies = TOWNS.map((place, index) =>
  apart(`The ${body(`Bank of ${place}`)} lent.`, `The ${body(`Bank of ${TOWNS[(index + 1) % TOWNS.length]}`)} lent.`, [
    `Bank of ${place}`,
    `Bank of ${TOWNS[(index + 1) % TOWNS.length]}`,
  ]),
);
const machines = Array.from({ length: 10 }, (_, digit) =>
  apart(`The [Harrow K${300 + digit}|Product] flew.`, `The [Harrow K${301 + digit}|Product] flew.`, [
    `Harrow K${300 + digit}`,
    `Harrow K${301 + digit}`,
  ]),
);
const towns = ['Salem', 'Dover', 'Troy', 'Paris', 'Athens', 'Milton', 'Clinton', 'Franklin', 'Auburn', 'Lincoln'].map(
  (name) =>
    apart(`Rain fell on ${town(`${name}, Oregon`)}.`, `Rain fell on ${town(`${name}, Maine`)}.`, [
      `${name}, Oregon`,
      `${name}, Maine`,
    ]),
);
const missions = TOWNS.map((place, index) =>
  apart(
    `The [embassy of Norway in ${place}|Organization>Norwegian embassy in ${place}] closed.`,
    `The [embassy of Norway in ${TOWNS[(index + 3) % TOWNS.length]}|Organization>Norwegian embassy in ${TOWNS[(index + 3) % TOWNS.length]}] closed.`,
    [`embassy of Norway in ${place}`, `embassy of Norway in ${TOWNS[(index + 3) % TOWNS.length]}`],
  ),
);

export const HARD_PAIRS: readonly HardPair[] = [
  ...[...sameSurname, ...bareSurname, ...fatherAndSon, ...slavicPairs, ...namedAfter],
  ...[...clubs, ...bodies, ...machines, ...towns, ...missions],
];
