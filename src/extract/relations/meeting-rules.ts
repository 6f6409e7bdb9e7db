// Who met whom: meetings and talks that the text reports as having taken place.
import type { RuleRow } from './rule.ts';

const SIDE = 'Person|Organization|Place|Group';
const TALKS = '(talks|discussions|negotiations|meeting|meetings|summit|conversation|call)';

export const MEETING_RULES: readonly RuleRow[] = [
  ['MET_WITH', 0.9, `{subject:Person} ,? (has|had)? [met with?] the? {nation:Place}? ~3 {object:Person}`],
  [
    'MET_WITH',
    0.88,
    `{subject:Person} ,? (is|was|will|would|has|had|to|and)? (scheduled|due|expected|set|going|been)? to? (also|later|then)? [(met|meet|meets|meeting) with?] the? {nation:Place|Organization|Group}? 's? ~3 {object:Person}`,
  ],
  [
    'MET_WITH',
    0.85,
    `{subject:Person} (is|was|will|would|has|had)? (scheduled|due|expected|set)? to? [(hold|held|holds|holding) ~2 ${TALKS} with] ~2 {nation:Place|Organization|Group}? 's? ~3 ,? {object:Person}`,
  ],
  ['MET_WITH', 0.88, `[${TALKS} between] the? {subject:Person} and the? {nation:Place}? ~3 {object:Person}`],
  ['MET_WITH', 0.85, `[${TALKS} between] the? {subject:Place|Organization} and the? {object:Place|Organization}`],
  ['MET_WITH', 0.86, `{subject:${SIDE}} [held ~2 ${TALKS} with] the? {nation:Place}? ~3 {object:Person}`],
  ['MET_WITH', 0.82, `{subject:Person} 's ~1 [${TALKS} with] the? {nation:Place}? ~3 {object:Person}`],
  ['OPPOSES', 0.85, `{object:Organization|Person} ('s|')? ~1 [(rival|opponent)] ,? {subject:Organization|Person}`],
  ['ALLY_OF', 0.85, `{subject:${SIDE}} ,? (is|was)? (a|an)? (close|key|longtime)? [ally of] the? {object:${SIDE}}`],
];
