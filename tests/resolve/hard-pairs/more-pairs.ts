// Sixty more pairs of things that are easily taken for one, of kinds that no rule makes; and twenty that are one in two forms.
import type { HardPair } from './pairs.ts';

/** The same company for both, so that nothing but the names and types tells them apart. */
function inOneScene(type: string, names: readonly [string, string], scene = ''): HardPair {
  const text = (name: string): string =>
    `[${name}|${type}] was named beside [Ada Quill|Person] and the [Harbor Guild|Organization] in [Graz|Place].${scene}`;
  return { texts: [text(names[0]), text(names[1])], names };
}

/** Two things of two types in texts that share their company. */
function ofTypes(left: readonly [string, string], right: readonly [string, string]): HardPair {
  const text = ([name, type]: readonly [string, string]): string =>
    `People spoke of [${name}|${type}], of [Ada Quill|Person] and of the [Harbor Guild|Organization] in [Graz|Place].`;
  return { texts: [text(left), text(right)], names: [left[0], right[0]] };
}

const people = (...pairs: readonly (readonly [string, string])[]) => pairs.map((names) => inOneScene('Person', names));
const bodies = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map((names) => inOneScene('Organization', names));

/** Names that look like two transliterations of one, and are two names. */
const transliterated = people(
  ['Hassan Karimi', 'Hussein Karimi'],
  ['Mahmoud Saleh', 'Mohammed Saleh'],
  ['Abdul Rahman Nasser', 'Abdul Rahim Nasser'],
  ['Salim Haddad', 'Salem Hamdan'],
  ['Walid Mansour', 'Khalid Mansour'],
  ['Nikolai Markov', 'Nikola Markovic'],
  ['Sergei Pavlov', 'Sergei Pavlenko'],
  ['Aleksandr Orlov', 'Aleksandra Orlova'],
  ['Ivan Petrov', 'Ivana Petrova'],
  ['Li Wei', 'Li Wen'],
  ['Wang Jian', 'Wang Jun'],
  ['Zhang Min', 'Zhang Ming'],
  ['Chen Hua', 'Chen Hao'],
  ['Liu Yang', 'Liu Yong'],
  ['Toren Jalm Orst', 'Toren Yalm-orst'],
);

/** Husband and wife, sisters, a maiden name and another's married name. */
const married = people(
  ['Dora Marsh', 'Dora Finch'],
  ['Carla Hale-Tarn', 'Carla Hale-Pell'],
  ['Egon Thorne', 'Egona Thorne'],
  ['Boris Brook', 'Barbara Brook'],
);

/** Kings, popes and heirs told apart by their number or suffix. */
const numbered = people(
  ['King Harold II', 'King Harold III'],
  ['Pope Leo XII', 'Pope Leo XIII'],
  ['Queen Margit I', 'Queen Margit II'],
  ['Sheikh Zayed II', 'Sheikh Zayed III'],
  ['Tam Crewe III', 'Tam Crewe IV'],
  ['Boris Pell Jr.', 'Boris Pell III'],
  ['Harold XV', 'Harold Brook'],
);

const ships = [
  ofTypes(['Leeds', 'Place'], ['HMS Leeds', 'Product']),
  ofTypes(['Porto', 'Place'], ['USS Porto', 'Product']),
  ofTypes(['Turin', 'Place'], ['MV Turin', 'Product']),
  ofTypes(['Ghent', 'Place'], ['Spirit of Ghent', 'Product']),
];

const newspapers = [
  ofTypes(['Perth', 'Place'], ['Perth Times', 'Organization']),
  ofTypes(['Lima', 'Place'], ['Lima Post', 'Organization']),
  ofTypes(['Basel', 'Place'], ['The Basel Observer', 'Organization']),
  ...bodies(['Perth Times', 'Leeds Times'], ['Daily Courier', 'Sunday Courier']),
];

const teams = [
  ofTypes(['Norway', 'Place'], ['Norway national football team', 'Organization']),
  ofTypes(['Peru', 'Place'], ['Peru women', 'Organization']),
  ofTypes(['Kenya', 'Place'], ['Kenya Athletics', 'Organization']),
  ...bodies(['Norway national football team', 'Peru national football team'], ['Lyon City', 'Lyon Athletic']),
];

const universities = [
  ofTypes(['Oslo', 'Place'], ['University of Oslo', 'Organization']),
  ofTypes(['Lyon', 'Place'], ['Lyon University', 'Organization']),
  ...bodies(
    ['University of Oslo', 'Oslo Metropolitan University'],
    ['Washington University', 'University of Washington State'],
    ['Northwestern University', 'Northeastern University'],
  ),
];

const ministries = bodies(
  ['Norwegian Ministry of Finance', 'Peruvian Ministry of Finance'],
  ['Norwegian Ministry of Finance', 'Norwegian Ministry of Defence'],
  ['Supreme Court of Kenya', 'Supreme Court of Ghana'],
  ['Chilean Navy', 'Chilean Army'],
);

const firms = bodies(
  ['Harrow Motors', 'Harrow Motors Finance'],
  ['Quill Energy', 'Quill Foods'],
  ['Tarn Holdings', 'Tarn-Brook Holdings'],
  ['Marsh Bank', 'Marsh Bank Malta'],
  ['Harrow Quill', 'Harrow Marsh'],
  ['Crewe Steel America', 'Crewe Steel Europe'],
  ['North Harbor Bank', 'South Harbor Bank'],
  ['Harbor Nations', 'Harbor Nations Secretary-General'],
  ['Rail', 'Rail and Harbor Authority'],
  ['Sport', 'Sport Management Program at Leeds University'],
  ['Cubists', 'Cubism'],
  ['Latin', 'Latino'],
);

const georgias = [
  ofTypes(['Georgia', 'Place'], ['Georgia Hale', 'Person']),
  ofTypes(['Georgia', 'Place'], ['South Georgia', 'Place']),
  ofTypes(['Georgia', 'Place'], ['Georgia Tech', 'Organization']),
  ofTypes(['Georgia', 'Place'], ['Georgia Dome', 'Place']),
  ofTypes(['eastern Ukraine', 'Place'], ['EU', 'Organization']),
  ofTypes(['upper Norland', 'Place'], ['UN', 'Organization']),
  ofTypes(['North Korea', 'Place'], ['South Korea', 'Place']),
  ofTypes(['Niger', 'Place'], ['Nigeria', 'Place']),
  ofTypes(['European', 'Group'], ['European Commission', 'Organization']),
];

/** Places, and people who bear the name of one, that a rule for romanised names would be tempted by. */
const lookalikes = [
  ...(
    [
      ['Iran', 'Iraq'],
      ['Slovakia', 'Slovenia'],
      ['Austria', 'Australia'],
      ['Mali', 'Malawi'],
      ['Zambia', 'Gambia'],
      ['Mauritania', 'Mauritius'],
      ['Kursk', 'Kharkiv'],
      ['Kirov', 'Kyiv'],
      ['Kharkov', 'Khartoum'],
      ['Lviv', 'Lille'],
      ['Kherson', 'Hudson'],
      ['Bergen', 'Bern'],
      ['Tirana', 'Tehran'],
      ['Tripoli', 'Tivoli'],
      ['Odesa', 'Edessa'],
      ['Donetsk', 'Dnipro'],
      ['Tver', 'Tuva'],
      ['Budapest', 'Bucharest'],
      ['Bratislava', 'Breslau'],
      ['Minsk', 'Omsk'],
    ] as const
  ).map(([left, right]) => ofTypes([left, 'Place'], [right, 'Place'])),
  ofTypes(['Mali', 'Place'], ['Mali Quill', 'Person']),
  ofTypes(['Kiev', 'Place'], ['Dynamo Kiev', 'Organization']),
  ...people(
    ['Liv Hale', 'Lev Hale'],
    ['Wahid Saleh', 'Walid Saleh'],
    ['Li Ping', 'Li Bing'],
    ['Hale Marsh', 'Gale Marsh'],
  ),
];

export const MORE_PAIRS: readonly HardPair[] = [
  ...lookalikes,
  ...[...transliterated, ...married, ...numbered, ...ships, ...newspapers, ...teams],
  ...[...universities, ...ministries, ...firms, ...georgias],
];

/** One thing in two forms, in one company: what a rule for the pairs above must not part. */
export const ONE_THING: readonly HardPair[] = [
  ...people(
    ['Mohammed Saleh', 'Muhammad Saleh'],
    ['Yusuf Haddad', 'Youssef Haddad'],
    ['Abdallah Nasser', 'Abdullah Nasser'],
    ['Sergei Pavlov', 'Sergey Pavlov'],
    ['Dmitri Orlov', 'Dmitry Orlov'],
    ['Aleksandr Markov', 'Alexander Markov'],
    ['Oleksiy Hrytsky', 'Oleksii Hrytskyi'],
    ['Mikhail Zaitsev', 'Mikhail Zaytsev'],
    ['Bill Hale', 'William Hale'],
    ['Gen. Tam Crewe', 'Tam Crewe'],
    ['King Harold II', 'Harold II'],
    ['King Harold II', 'Harold II Brook'],
    ['Harold II', 'Harold'],
    ['Volodymyr Markov', 'Vladimir Markov'],
  ),
  ...bodies(
    ['Harrow Motors', 'Harrow Motors Inc.'],
    ['Harbor Reserve', 'Harbor Reserve of the Northern Armed Forces'],
    ['Harbor', 'Harbor University'],
    ['University of Oslo', 'Oslo University'],
    ['The Basel Observer', 'Basel Observer'],
    ['Ministry of Finance of Norway', 'Finance Ministry of Norway'],
    ['North Harbor Alliance', 'North Harbour Alliance'],
    ['European Union', 'EU'],
    ['United Nations', 'U.N.'],
  ),
  ofTypes(['the United Kingdom', 'Place'], ['Britain', 'Place']),
  ...(
    [
      ['Kyiv', 'Kiev'],
      ['Lviv', 'Lvov'],
      ['Kharkiv', 'Kharkov'],
      ['Luhansk', 'Lugansk'],
      ['Chernihiv', 'Chernigov'],
      ['Zaporizhzhia', 'Zaporozhye'],
      ['Odesa', 'Odessa'],
      ['Luhansk Oblast', 'Lugansk Oblast'],
    ] as const
  ).map(([left, right]) => ofTypes([left, 'Place'], [right, 'Place'])),
  ...bodies(['Hezbollah', 'Hizbullah']),
];
