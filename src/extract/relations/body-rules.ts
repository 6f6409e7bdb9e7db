// Bodies: members, founders, owners, parts, seats; and works with their makers.
import type { RuleRow } from './rule.ts';

const WORK = '{subject:CreativeWork|Product|Other}';

export const BODY_RULES: readonly RuleRow[] = [
  [
    'MEMBER_OF',
    0.9,
    '{subject:Person|Place|Organization} (,|is|was|are|became) (a|an|the)? (founding|full|new|senior|former|leading|current)? [member of] the? {object:Organization}',
  ],
  ['MEMBER_OF', 0.86, '{object:Organization} [member] (state|country|nation)? {subject:Place}'],
  ['MEMBER_OF', 0.85, '{subject:Place|Organization} (has|had)? [joined] the? {object:Organization}'],
  [
    'WORKS_FOR',
    0.85,
    '{subject:Person} ,? who? (works|worked|is|was)? (employed)? [(works|worked|employed) (for|at|by)] the? {object:Organization}',
  ],
  [
    'LEADS',
    0.9,
    '{object:Organization} ,? (which|that)? (is|was|are)? [(led|headed|chaired) by] ~4 {nation:Place}? ~3 {subject:Person}',
  ],
  ['WORKS_FOR', 0.8, '{subject:Person} , [of] the? {object:Organization}'],
  [
    'FOUNDED_BY',
    0.93,
    '{subject:Organization} ,? (which|that)? (was|is)? (originally|first)? [(founded|co-founded|established|created|formed) ~2 by] {object:Person|Organization}',
  ],
  [
    'FOUNDED_BY',
    0.88,
    '{subject:Organization} ,? (which|that)? (was|is)? [(founded|established|formed)] in {date:Time} [by] {object:Person|Organization}',
  ],
  [
    'FOUNDED_BY',
    0.9,
    '{object:Person} ,? (who)? (co-founded|founded|established)? [(founded|co-founded|established)] the? {subject:Organization}',
  ],
  [
    'FOUNDED_BY',
    0.93,
    '{object:Person} ,? (is|was)? (the|a)? [(founder|co-founder) ~4 of] the? {subject:Organization}',
  ],
  [
    'FOUNDED_ON',
    0.92,
    '{subject:Organization} ,? (which|that)? (was|is)? (originally|first)? [(founded|established|formed|created) (in|on)] {object:Time}',
  ],
  [
    'OWNED_BY',
    0.92,
    '{subject:Organization|Product} ,? (which|that)? (is|was)? (partly|jointly|majority|now)? [owned by] the? {object:Organization|Person}',
  ],
  [
    'OWNED_BY',
    0.9,
    '{subject:Organization|Product} ,? (which|that)? (was|is)? [(acquired|bought|purchased) by] the? {object:Organization|Person}',
  ],
  [
    'OWNED_BY',
    0.85,
    '{object:Organization|Person} (has|had)? [(acquired|bought|purchased|owns)] {subject:Organization}',
  ],
  ['OWNED_BY', 0.9, "{object:Place} 's [state - (owned|run)] ~3 ,? {subject:Organization}"],
  ['OWNED_BY', 0.88, '{object:Place|Organization} - [owned] ~2 {subject:Organization}'],
  [
    'PART_OF',
    0.9,
    '{subject:Organization} ,? (is|was)? (a|an|the)? (wholly|fully)? (-)? (owned)? [(subsidiary|division|unit|branch|arm) of] the? {object:Organization}',
  ],
  [
    'PART_OF',
    0.85,
    '{subject:Organization|Place|Event} ,? (which|that)? (is|was|are)? [part of] the? {object:Organization|Place|Event}',
  ],
  ['PART_OF', 0.88, "{subject:Organization} ('s|')? [parent (company|firm|group)?] ,? {object:Organization}"],
  [
    'PART_OF',
    0.88,
    '{object:Organization} ,? (is|was)? (a|the)? [parent (company|firm|group)? of] the? {subject:Organization}',
  ],
  ['BASED_IN', 0.88, '{subject:Organization} , (a|an|the) ~7 [(based|headquartered) (in|at)] {object:Place}'],
  // "Norair is a Norlandish airline originally based in Torva": a parser may hang the place on the noun.
  [
    'BASED_IN',
    0.88,
    '{subject:Organization} (is|was) (a|an|the) ~6 {nation:Place}? ~6 [(based|headquartered) (in|at)] {object:Place}',
  ],
  ['BASED_IN', 0.93, '{object:Place} - [based] ~2 {subject:Organization}'],
  ['BASED_IN', 0.93, '{object:Place} [-based] ~2 {subject:Organization}'],
  [
    'BASED_IN',
    0.92,
    '{subject:Organization} ,? (which|that)? (is|was)? (currently|now)? [(based|headquartered) (in|at)] {object:Place}',
  ],
  ['BASED_IN', 0.85, "{subject:Organization} 's? [headquarters (in|at|near)] {object:Place}"],
  [
    'CREATED_BY',
    0.88,
    `${WORK} ,? (a|an|the)? ~3 (was|is)? [(written|directed|composed|authored|created|painted) by] {object:Person}`,
  ],
  [
    'CREATED_BY',
    0.88,
    `{object:Person} ,? (the)? [(author|director|creator|composer) of] the? {subject:CreativeWork|Product}`,
  ],
  [
    'PRODUCED_BY',
    0.85,
    '{subject:Product} ,? (is|was)? [(produced|manufactured|made|developed) by] the? {object:Organization}',
  ],
  [
    'SUCCEEDED_BY',
    0.92,
    '{subject:Person|Organization} (was|is) [(succeeded|replaced) by] {object:Person|Organization}',
  ],
  ['SUCCEEDED_BY', 0.88, '{object:Person} ,? who? [(succeeded|replaced)] {subject:Person}'],
  [
    'PARTICIPATED_IN',
    0.85,
    '{subject:Person|Organization|Place} [(participated|fought|competed) in] the? {object:Event}',
  ],
];
