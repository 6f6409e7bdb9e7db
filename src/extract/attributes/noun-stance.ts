// The stance of an event that a noun names, for the rooms that ask by its place.
import type { Extraction } from '../../model/extraction.ts';
import type { StancedClause } from '../facts/facts.ts';
import { type Stance, stanceAt } from './stance.ts';

/** The stance of the event noun at a place ("cancelled talks", "plans a trip"). */
export function stanceNear(extraction: Extraction, _clauses: readonly StancedClause[], token: number): Stance {
  return stanceAt(extraction, token);
}
