// Places in places: capitals, "Town, Country", "Town in western Country"; exact wording, precision first.
import type { RuleRow } from './rule.ts';

const SIDE =
  '(northern|southern|eastern|western|central|north|south|east|west|northeastern|northwestern|southeastern|southwestern|northeast|northwest|southeast|southwest|neighboring|neighbouring|nearby)';

const PLACES =
  '(cities|towns|villages|provinces|regions|states|districts|islands|ports|territories|areas|suburbs|settlements|republics)';
const IN = '(in|of|on|across)';

export const PLACE_RULES: readonly RuleRow[] = [
  ['CAPITAL_OF', 0.95, '(the|in|to|from) {object:Place} [capital] (city)? (of)? ,? {subject:Place}'],
  ['CAPITAL_OF', 0.94, "{object:Place} 's [capital] (city)? ,? {subject:Place}"],
  ['CAPITAL_OF', 0.95, '{object:Place} , (with|and) its [capital] (city)? (at|in|,)? {subject:Place}'],
  ['CAPITAL_OF', 0.95, 'the [capital (city)? of] the? {object:Place} ,? {subject:Place}'],
  ['CAPITAL_OF', 0.94, '{subject:Place} ,? (is|was)? the [capital (city)? of] the? {object:Place}'],
  ['CAPITAL_OF', 0.93, '{subject:Place} ,? (is|was)? the {object:Place} [capital]'],
  ['CAPITAL_OF', 0.93, "{subject:Place} ,? (is|was)? {object:Place} 's [capital]"],
  ['CAPITAL_OF', 0.93, "{subject:Place} ,? (is|was)? (the)? [capital (city)? of] {country:Place} 's {object:Place}"],
  ['CAPITAL_OF', 0.9, '{subject:Place} , [capital (city)? of] the? {object:Place}'],
  ['LOCATED_IN', 0.88, `{subject:Place} [in] (the)? ${SIDE}? (part|parts)? (of)? {object:Place}`],
  [
    'LOCATED_IN',
    0.92,
    '{object:Place} ~1 [(city|town|village|port|province|region|state|district|island|suburb|enclave) of] {subject:Place}',
  ],
  // "Torva, a small town in the northern Harrow region"
  [
    'LOCATED_IN',
    0.9,
    '{subject:Place} , (a|an|the) ~3 [(city|town|village|port|district|suburb|region|province|island|resort|stronghold) (in|of)] ~2 {object:Place}',
  ],
  // "Norland's southern port city of Torva"
  [
    'LOCATED_IN',
    0.9,
    "{object:Place} 's ~3 [(city|town|village|port|province|region|state|district|island|suburb|enclave) of] {subject:Place}",
  ],
  // "the Torva district of Norland" is a part of Norland, "the Norland district of Torva" too: the country is the larger.
  [
    'LOCATED_IN',
    0.88,
    `{subject:Place} [(district|province|prefecture|region|area|county|suburb|quarter) (of|in)] the? ${SIDE}? {object:Place}`,
  ],
  // "Torva is today a region of Norland"
  [
    'LOCATED_IN',
    0.9,
    '{subject:Place} (is|was|became) (now|today|currently)? (a|an|the) ~2 [(city|town|village|port|district|suburb|region|province|island|municipality|commune) (in|of)] the? ~1 {object:Place}',
  ],
  ['LOCATED_IN', 0.88, `{subject:Place} [(city|town|village) in] the? ${SIDE}? {object:Place}`],
  // "Norland's breakaway regions of Torva and Easthaven"
  ['LOCATED_IN', 0.88, `{object:Place} 's? ~2 [${PLACES} of] {subject:Place}`],
  ['LOCATED_IN', 0.85, `{object:Place} 's? ~2 [${PLACES} of] {first:Place} ,? and? {subject:Place}`],
  // "towns in Norland, including Torva, Easthaven and Harrow"
  ['LOCATED_IN', 0.9, `${PLACES} ${IN} the? ${SIDE}? {object:Place} ,? [including] {subject:Place}`],
  [
    'LOCATED_IN',
    0.88,
    `${PLACES} ${IN} the? ${SIDE}? {object:Place} ,? [including] {first:Place} ,? and? {subject:Place}`,
  ],
  [
    'LOCATED_IN',
    0.88,
    `${PLACES} ${IN} the? ${SIDE}? {object:Place} ,? [including] {first:Place} , {second:Place} ,? and? {subject:Place}`,
  ],
  // "Norland's northern Torva", "Norland's troubled Torva region"
  ['LOCATED_IN', 0.88, "{object:Place} ('s|') ~1 {subject:Place}"],
  [
    'LOCATED_IN',
    0.85,
    `{object:Place} 's ${SIDE}? [(city|town|village|port|province|region|capital)] ,? {subject:Place}`,
  ],
  [
    'LOCATED_IN',
    0.9,
    `{subject:Place} ,? (which|that)? (is|was|lies)? [(located|situated) in] (the)? ${SIDE}? {object:Place}`,
  ],
];
