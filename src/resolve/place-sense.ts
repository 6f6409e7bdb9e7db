// Names that a state shares with another place ("Georgia"): which of them a document means, by what else it names.
import type { Relation } from '../model/extraction.ts';
import type { MentionId } from '../model/id.ts';
import { isProvince, type State, stateNamed } from './states.ts';
import type { Unit } from './unit.ts';

export type PlaceSense = 'state' | 'elsewhere';

/** The state that shares its name with another place, for a place that no referent has settled; else null. */
export function ambiguousState(unit: Unit): State | null {
  if (unit.type !== 'Place' || unit.referent !== null) return null;
  const state = stateNamed(unit.names[0]?.surface ?? '');
  return state?.isAmbiguous ? state : null;
}

/**
 * `state` where the document names its capital, gives it a head of state or government, or names a state at its borders and
 * no American one; `elsewhere` where it names the United States or provinces and none of that; null where it does not tell.
 */
export function senseOf(
  unit: Unit,
  state: State,
  names: ReadonlySet<string>,
  relations: readonly Relation[],
): PlaceSense | null {
  const own = new Set<MentionId>(unit.mentions.map(({ id }) => id));
  const isHeaded = relations.some(
    ({ type, object }) => object !== null && own.has(object) && /^HEAD_OF_/.test(type ?? ''),
  );
  if (isHeaded || state.capitals.some((capital) => names.has(capital))) return 'state';
  const isAmerican =
    names.has('united states') || [...names].some((name) => name !== stateKey(state) && isProvince(name));
  const isBordering = state.borders.some((border) => names.has(border));
  if (isAmerican === isBordering) return null;
  return isBordering ? 'state' : 'elsewhere';
}

const stateKey = ({ name }: State): string => name.toLowerCase();
