// Do the texts give two people one office?
import type { Office, Profile } from '../profile.ts';
import type { Comparison } from './feature.ts';

/** The same post speaks for one person, another title of the same state a little, the same kind of post elsewhere against. */
export function compareOffices(left: Profile, right: Profile): Comparison | null {
  let otherTitle: Comparison | null = null;
  let otherOwner: Comparison | null = null;
  for (const office of left.offices.values()) {
    for (const other of right.offices.values()) {
      if (shareOwner(office, other)) {
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
  return otherTitle ?? otherOwner;
}

function shareOwner(left: Office, right: Office): boolean {
  return left.owners.some((owner) => right.owners.includes(owner));
}

const say = ({ text }: Office): string => text;
