// Do the texts give two people one office?
import type { Office, Profile } from '../profile.ts';
import type { Comparison } from './feature.ts';

/**
 * The same post speaks for one person, the same title before both names or another one of the same state less, the same kind of
 * post elsewhere against.
 */
export function compareOffices(left: Profile, right: Profile): Comparison | null {
  let otherTitle: Comparison | null = null;
  let otherOwner: Comparison | null = null;
  let title: Comparison | null = null;
  for (const office of left.offices.values()) {
    for (const other of right.offices.values()) {
      if (isSameTitle(office, other)) {
        title = { level: 'office-title', amount: 1, detail: `Both are called ${say(office)}.` };
      } else if (shareOwner(office, other)) {
        if (office.title === other.title || (office.type === other.type && office.family !== 'office')) {
          return { level: 'office-same', amount: 1, detail: `Both are called ${say(office)}.` };
        }
        otherTitle = { level: 'office-other-title', amount: 1, detail: `One is ${say(office)}, one ${say(other)}.` };
      } else if (office.type === other.type && office.family === 'office' && office.owners.length > 0) {
        if (other.owners.length === 0) continue;
        otherOwner = { level: 'office-other-owner', amount: 1, detail: `One is ${say(office)}, one ${say(other)}.` };
      }
    }
  }
  return otherTitle ?? otherOwner ?? title;
}

/** "President Quill", of which the text does not say the country, and the president of one. */
function isSameTitle(left: Office, right: Office): boolean {
  const isBare = left.family === 'title' || right.family === 'title';
  return isBare && left.title === right.title && left.family !== 'affiliation' && right.family !== 'affiliation';
}

function shareOwner(left: Office, right: Office): boolean {
  return left.owners.some((owner) => right.owners.includes(owner));
}

const say = ({ text }: Office): string => text;
