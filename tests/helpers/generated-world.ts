// An invented world for pages and pictures: about 300 names in eight countries and what the papers say about them.
import { makeRandom } from '../../scripts/random.ts';
import type { Literal, Modality, Polarity } from '../../src/model/extraction.ts';

export interface WorldEntity {
  readonly name: string;
  readonly type: string;
  /** Shorter form that articles use after the first time; null where there is none. */
  readonly short: string | null;
}

export interface WorldFact {
  readonly type: string | null;
  readonly predicate: string;
  readonly subject: number;
  readonly object: number | null;
  readonly literal: Literal | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Sentences with `{S}`, `{O}` and the cue in square brackets. */
  readonly forms: readonly string[];
  /** Which country's affairs it belongs to. */
  readonly story: number;
}

export interface World {
  readonly entities: readonly WorldEntity[];
  readonly facts: readonly WorldFact[];
}

const COUNTRIES = ['Norland', 'Vesmark', 'Tarrin', 'Oslavia', 'Kestria', 'Belmoor', 'Ardane', 'Suvela'];
const CAPITALS = ['Havenport', 'Vesk', 'Tarrow', 'Ostra', 'Kest', 'Moorgate', 'Ardis', 'Suvel'];
const FIRST =
  'Ada Boris Clara Dmitar Elin Fabian Greta Hugo Irena Jonas Karin Leo Mira Nils Olga Pavel Rosa Stefan Tilda Viktor';
const LAST =
  'Quill Hale Ostrel Vanter Teskin Orrin Pirell Kovash Lindmar Brask Dorne Elkar Fenwick Garran Holt Ivarsen Jarrel Kessel Lorne Maddox Norrel Oakes Pellan Rusk Sarrin Thorne Ulver Wexler Yarrow Zander';
const FIRMS = ['Grain', 'Rail', 'Power', 'Marine', 'Steel', 'Media', 'Telecom', 'Bank'];
const TOWNS = [
  'Eastmere',
  'Lowgate',
  'Birkhol',
  'Sanderby',
  'Tolvik',
  'Marrick',
  'Fennet',
  'Ravenna Point',
  'Dunmar',
  'Kolby',
];
const BODIES = ['Northern Union', 'Treaty Council', 'Grain Board', 'Strait Commission', 'League of Ports'];

const FORMS = {
  state: [
    '{S}, [president] of {O}, spoke to reporters after the session.',
    'For {O}, its [president] {S} signed last.',
  ],
  government: [
    '{S}, [prime minister] of {O}, said the figures were under review.',
    'In parliament {S}, the [prime minister] of {O}, took questions for two hours.',
  ],
  official: [
    '{S}, [foreign minister] of {O}, called the text a beginning.',
    '{S}, [defence minister] of {O}, gave no date.',
  ],
  leads: ['{S}, who [leads] {O}, declined to answer.', '{S}, the [head] of {O}, pointed to the harvest.'],
  works: ['{S}, an [analyst] at {O}, doubts the number.', '{S} has [worked] for {O} since the merger.'],
  member: ['{S} has been a [member] of {O} for six years.', '{S} [joined] {O} after the vote.'],
  speaks: ['{S}, who [speaks] for {O}, read the statement twice.'],
  met: [
    '{S} [met] {O} in the old customs house on Tuesday.',
    '{S} and {O} [held talks] for three hours.',
    'On the second day {S} [sat down] with {O}.',
  ],
  meets: ['{S} [will meet] {O} before the end of the month.', 'A [meeting] of {S} and {O} is planned for the spring.'],
  may: ['{S} [may meet] {O} on the margins of the conference.'],
  denied: ['{S} [did not meet] {O}, a spokesman said.', '{S} [denies] any meeting with {O}.'],
  based: ['{S}, [based] in {O}, employs four thousand people.', '{S} keeps its [head office] in {O}.'],
  located: ['{S}, a [town] in {O}, was without power overnight.', '{S} lies in the [east] of {O}.'],
  capital: ['{S}, the [capital] of {O}, was quiet on Sunday.'],
  part: ['{S} is [part] of {O}.'],
  took: ['{S} [took part] in {O}.', 'Delegates of {S} [attended] {O} as observers.'],
  ally: ['{S} remains an [ally] of {O}.', '{S} and {O} [renewed] their pact.'],
  opposes: ['{S} [opposes] the terms that {O} set out.', '{S} [rejected] the plan of {O}.'],
  owned: ['{S} is [owned] by {O}.', '{O} [holds] nine tenths of {S}.'],
  founded: ['{S} was [founded] by {O} in a rented hall.'],
  studied: ['{S} [studied] at {O}.'],
  married: ['{S} is [married] to {O}.'],
  warned: ['{S} [warned] {O} of delays at the border.', '{S} again [warned] {O} in a letter.'],
  financed: ['{S} [financed] {O}, according to the accounts.'],
} as const;

/** The same world for the same seed. */
export function makeWorld(seed: number): World {
  const random = makeRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const entities: WorldEntity[] = [];
  const facts: WorldFact[] = [];
  const people = FIRST.split(' ').flatMap((first) => LAST.split(' ').map((last) => [first, last] as const));
  const usedLast = new Map<string, number>();
  const add = (name: string, type: string, short: string | null = null): number =>
    entities.push({ name, type, short }) - 1;
  const person = (): number => {
    for (;;) {
      const [first, last] = people.splice(Math.floor(random() * people.length), 1)[0] as readonly [string, string];
      const times = usedLast.get(last) ?? 0;
      if (times > 5) continue;
      usedLast.set(last, times + 1);
      return add(`${first} ${last}`, 'Person', times === 0 ? last : null);
    }
  };
  const say = (
    story: number,
    type: string | null,
    subject: number,
    object: number,
    forms: readonly string[],
    more: Partial<WorldFact> = {},
  ): void => {
    const predicate = /\[([^\]]+)\]/.exec(forms[0] ?? '')?.[1] ?? '';
    const base = { type, predicate, subject, object, literal: null, forms, story };
    facts.push({ ...base, polarity: 'positive', modality: 'actual', ...more });
  };
  const measure = (story: number, subject: number, value: number, unit: string, form: string): void => {
    const text = `about ${value.toLocaleString('en')}`;
    const literal: Literal = { type: 'Quantity', value, unit, text };
    say(story, null, subject, -1, [form.replace('{N}', text)], { object: null, literal });
  };
  const bodies = BODIES.map((name) => add(name, 'Organization'));
  const heads = bodies.map((body) => {
    const head = person();
    say(0, 'LEADS', head, body, FORMS.leads);
    return head;
  });
  const states = COUNTRIES.map((name) => add(name, 'Place'));
  const rulers: number[] = [];
  states.forEach((country, story) => {
    const name = COUNTRIES[story] ?? '';
    const capital = add(CAPITALS[story] ?? '', 'Place');
    say(story, 'CAPITAL_OF', capital, country, FORMS.capital);
    const [president, premier, minister, speaker] = [person(), person(), person(), person()];
    rulers.push(president, premier);
    say(story, 'HEAD_OF_STATE_OF', president, country, FORMS.state);
    say(story, 'HEAD_OF_GOVERNMENT_OF', premier, country, FORMS.government);
    say(story, 'OFFICIAL_OF', minister, country, FORMS.official);
    const ministry = add(`${name} Foreign Ministry`, 'Organization');
    say(story, 'SPOKESPERSON_OF', speaker, ministry, FORMS.speaks);
    say(story, 'LEADS', minister, ministry, FORMS.leads);
    say(story, 'AGENCY_OF', ministry, country, FORMS.part);
    const army = add(`${name} Guard`, 'Group');
    say(story, 'PART_OF', army, ministry, FORMS.part);
    for (const value of [1200, 1900]) {
      const unit = 'soldiers';
      measure(story, army, value * (1 + story), unit, '{S} has [moved] {N} soldiers to the border.');
    }
    const university = add(`University of ${CAPITALS[story]}`, 'Organization');
    say(story, 'LOCATED_IN', university, capital, FORMS.located);
    say(story, 'EDUCATED_AT', pick([president, premier]), university, FORMS.studied);
    const towns = [0, 1, 2].map((step) => {
      const place = story * 3 + step;
      return add(`${['New', 'Old', 'Upper'][Math.floor(place / 10)]} ${TOWNS[place % 10]}`, 'Place');
    });
    for (const town of towns) say(story, 'LOCATED_IN', town, country, FORMS.located);
    const crew = [president, premier, minister];
    for (let firm = 0; firm < 6; firm += 1) {
      const company = add(`${name} ${FIRMS[(story + firm * 3) % 8]}`, 'Organization');
      const [boss, analyst] = [person(), person()];
      say(story, 'LEADS', boss, company, FORMS.leads);
      say(story, 'WORKS_FOR', analyst, company, FORMS.works);
      say(story, 'BASED_IN', company, pick([capital, ...towns]), FORMS.based);
      if (firm % 2 === 0) say(story, 'OWNED_BY', company, pick([country, ...bodies]), FORMS.owned);
      else say(story, 'FOUNDED_BY', company, boss, FORMS.founded);
      say(story, 'MET_WITH', pick(crew), boss, FORMS.met);
      say(story, null, analyst, pick(crew), FORMS.warned);
      crew.push(boss, analyst);
    }
    for (let step = 0; step < 26; step += 1) {
      const [one, other] = [pick(crew), pick(crew)];
      const [type, forms] = pick([
        ['MET_WITH', FORMS.met],
        ['OPPOSES', FORMS.opposes],
        ['ALLY_OF', FORMS.ally],
        [null, FORMS.warned],
      ] as const);
      if (one !== other) say(story, type, one, other, forms);
    }
    const summit = add(`${CAPITALS[story]} Conference`, 'Event');
    say(story, 'LOCATED_IN', summit, capital, FORMS.located);
    for (const guest of [president, premier, pick(crew), pick(heads)])
      say(story, 'PARTICIPATED_IN', guest, summit, FORMS.took);
    const party = add(`${pick(['Harbour', 'Field', 'Civic', 'Free'])} Party of ${name}`, 'Group');
    for (const one of [premier, minister, person(), person()]) say(story, 'MEMBER_OF', one, party, FORMS.member);
    const law = add(`${name} ${pick(['Grain', 'Ports', 'Press', 'Border'])} Act`, 'Law');
    say(story, 'OPPOSES', party, law, FORMS.opposes);
    say(story, 'SPOUSE_OF', president, person(), FORMS.married);
    say(
      story,
      null,
      country,
      add(`${pick(['Strait', 'Coast', 'Valley'])} Line ${story + 1}`, 'Product'),
      FORMS.financed,
    );
    say(story, 'MEMBER_OF', country, pick(bodies), FORMS.member);
  });
  states.forEach((country, story) => {
    const [mine, deputy] = [rulers[2 * story] ?? 0, rulers[2 * story + 1] ?? 0];
    const other = (story + 1 + Math.floor(random() * 3)) % states.length;
    const theirs = rulers[2 * other] ?? 0;
    say(story, 'MET_WITH', mine, theirs, FORMS.met);
    if (story % 3 === 0) say(story, 'MET_WITH', mine, theirs, FORMS.denied, { polarity: 'negative' });
    say(story, 'MET_WITH', deputy, rulers[2 * ((story + 3) % 8) + 1] ?? 0, FORMS.meets, { modality: 'planned' });
    say(story, 'MET_WITH', deputy, pick(heads), FORMS.may, { modality: 'possible' });
    say(
      story,
      story % 2 === 0 ? 'ALLY_OF' : 'OPPOSES',
      country,
      states[other] ?? 0,
      story % 2 === 0 ? FORMS.ally : FORMS.opposes,
    );
  });
  // An office given to two people: the conflict that reporters look for first.
  say(1, 'HEAD_OF_GOVERNMENT_OF', rulers[2] ?? 0, states[1] ?? 0, FORMS.government);
  return { entities, facts };
}
