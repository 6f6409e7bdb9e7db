// Life and family: born, died, studied, lives, married, children, brothers and sisters.
import type { RuleRow } from './rule.ts';

const KIN = '(wife|husband|spouse|widow|widower|fiancée|partner)';
const CHILD = '(son|daughter|child|stepson|stepdaughter)';
const SIBLING = '(brother|sister|half-brother|half-sister|twin)';

export const PERSON_RULES: readonly RuleRow[] = [
  ['BORN_IN', 0.92, '{subject:Person} ,? (who|and)? (was|is)? [born (in|at|near)] {object:Place}'],
  ['BORN_IN', 0.9, '{subject:Person} was [born] on? {date:Time} ,? (in|at|near) {object:Place}'],
  ['BORN_ON', 0.93, '{subject:Person} ,? (was|is)? [born] (on|in)? {object:Time}'],
  ['BORN_ON', 0.88, '{subject:Person} was [born] in {place:Place} (on|in) {object:Time}'],
  ['DIED_IN', 0.9, '{subject:Person} [died (in|at|near)] {object:Place}'],
  ['DIED_IN', 0.88, '{subject:Person} [died] (on|in)? {date:Time} (in|at|near) {object:Place}'],
  ['DIED_ON', 0.92, '{subject:Person} [died] (on|in)? {object:Time}'],
  ['DIED_ON', 0.86, '{subject:Person} [died] (in|at) {place:Place} (on|in) {object:Time}'],
  ['EDUCATED_AT', 0.9, '{subject:Person} ,? (who|and)? (has|had)? [graduated ~3 from] the? {object:Organization}'],
  [
    'EDUCATED_AT',
    0.88,
    '{subject:Person} ,? (who|and)? (was|is)? [(educated|studied) ~3 at] the? {object:Organization}',
  ],
  ['EDUCATED_AT', 0.8, '{subject:Person} [attended] the? {object:Organization}'],
  [
    'RESIDES_IN',
    0.85,
    '{subject:Person} ,? (who|and)? (currently|now)? [(lives|lived|resides|resided) in] {object:Place}',
  ],
  ['BORN_IN', 0.8, '{subject:Person} ,? (is|was)? [originally from] {object:Place}'],
  ['BORN_IN', 0.8, '[originally from] {object:Place} ,? {subject:Person}'],
  ['CITIZEN_OF', 0.85, '{subject:Person} ,? (is|was)? (a|an|the) {object:Place} [(citizen|national)]'],
  // "Ada Quill is a Norland poet": what follows is a calling, not a body.
  ['CITIZEN_OF', 0.85, '{subject:Person} ,? (is|was) (a|an) ~2 [{object:Place}] -? ~2 <NOUN>'],
  ['CITIZEN_OF', 0.85, '{subject:Person} (is|was)? ,? a [citizen of] the? {object:Place}'],
  [
    'SPOUSE_OF',
    0.93,
    `{subject:Person} ,? (is|was)? the? (late|former|first|second|third)? [${KIN} of] {object:Person}`,
  ],
  ['SPOUSE_OF', 0.92, `{subject:Person} 's? (late|former|first|second|third)? [${KIN}] ,? {object:Person}`],
  ['SPOUSE_OF', 0.85, `{subject:Person} and (his|her) [${KIN}] ,? {object:Person}`],
  ['SPOUSE_OF', 0.92, '{subject:Person} ,? (who)? (is|was|has|had|later|first)? (been)? [married to?] {object:Person}'],
  [
    'CHILD_OF',
    0.92,
    `{subject:Person} ,? (is|was)? (the|a)? (eldest|youngest|only|first|second|third|older|younger|late)? [${CHILD} of] {object:Person}`,
  ],
  [
    'CHILD_OF',
    0.9,
    `{object:Person} 's? (eldest|youngest|only|first|second|third|older|younger|late)? [${CHILD}] ,? {subject:Person}`,
  ],
  [
    'CHILD_OF',
    0.86,
    `{object:Person} and (his|her) (eldest|youngest|only|older|younger|late)? [${CHILD}] ,? {subject:Person}`,
  ],
  ['CHILD_OF', 0.9, '{subject:Person} and (his|her) (late)? [(father|mother)] ,? {object:Person}'],
  ['CHILD_OF', 0.9, "{subject:Person} 's? (late)? [(father|mother)] ,? {object:Person}"],
  ['CHILD_OF', 0.9, '{object:Person} ,? (is|was)? the? [(father|mother) of] {subject:Person}'],
  [
    'SIBLING_OF',
    0.92,
    `{subject:Person} ,? (is|was)? (the|a)? (older|younger|elder|twin|late)? [${SIBLING} of] {object:Person}`,
  ],
  ['SIBLING_OF', 0.9, `{subject:Person} 's? (older|younger|elder|twin|late)? [${SIBLING}] ,? {object:Person}`],
  [
    'SIBLING_OF',
    0.88,
    `{subject:Person} and (his|her) (older|younger|elder|twin|late)? [${SIBLING}] ,? {object:Person}`,
  ],
];
