// "65 km north-east of |Torva|": a place from which another is measured does not hold it.
import type { Extraction, Relation } from '../../model/extraction.ts';
import { tokenAfter, wordAt } from '../words.ts';

const HELD = /^(?:LOCATED|BASED)_IN$/;
const DIRECTION = /^(?:north|south|(?:(?:north|south)[-–]?)?(?:east|west))$/;
const DISTANCE = /^(?:km|kms|kilomet(?:re|er)s?|miles?|mi|met(?:re|er)s?|away)$/;

/** True where the words before the object only measure from it; "in the north of Norland" is in Norland. */
export function isMeasuredFrom(extraction: Extraction, { type, object }: Relation): boolean {
  const mention = HELD.test(type ?? '') ? extraction.mentions.find(({ id }) => id === object) : undefined;
  if (mention === undefined) return false;
  const link = tokenAfter(extraction, mention.start) - 1;
  if (!/^(?:of|from)$/.test(wordAt(extraction, link))) return false;
  const last = wordAt(extraction, link - 1);
  if (DISTANCE.test(last)) return true;
  const first = /^[-–]$/.test(wordAt(extraction, link - 2)) ? link - 3 : link - 1;
  return DIRECTION.test(last) && wordAt(extraction, first - 1) !== 'the';
}
