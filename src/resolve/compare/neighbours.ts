// Do two things keep the same company?
import type { Folder } from '../folder.ts';
import { nameKeys, type Profile } from '../profile.ts';
import type { Comparison } from './feature.ts';

/** Company that fills the level's weight: one name that hardly another document holds, or a few common ones. */
const FULL = 3;
/** Names from which on a profile that shares none speaks against. */
const RICH = 4;

/** Names that stand with both in a sentence; else names of the one's sentences that the other's document holds. */
export function compareNeighbours(left: Profile, right: Profile, folder: Folder): Comparison | null {
  const own = new Set([...nameKeys(left), ...nameKeys(right)]);
  const [fewer, more] =
    left.neighbours.size <= right.neighbours.size
      ? [left.neighbours, right.neighbours]
      : [right.neighbours, left.neighbours];
  const near = sharedWith(fewer, more, own, folder);
  if (near.weight > 0) {
    const amount = Math.min(1, near.weight / FULL);
    return { level: 'neighbours-shared', amount, detail: `Both are named beside ${near.shown.join(', ')}.` };
  }
  const far = sharedInDocuments(left, right, own, folder);
  if (far.count > 1) {
    const amount = Math.min(1, far.weight / FULL);
    return { level: 'neighbours-in-document', amount, detail: `The texts of both name ${far.shown.join(', ')}.` };
  }
  if (left.neighbours.size < RICH || right.neighbours.size < RICH || far.count > 0) return null;
  return { level: 'neighbours-none', amount: 1, detail: 'Nobody and nothing is named beside both.' };
}

interface Shared {
  readonly weight: number;
  readonly count: number;
  readonly shown: readonly string[];
}

function sharedWith(
  fewer: ReadonlySet<string>,
  more: ReadonlySet<string>,
  own: ReadonlySet<string>,
  folder: Folder,
): Shared {
  const shown = new Set<string>();
  let weight = 0;
  for (const key of fewer) {
    const name = folder.shownNames.get(key) ?? key;
    if (!more.has(key) || own.has(key) || shown.has(name)) continue;
    const rarity = rarityOf(key, folder);
    if (rarity === 0) continue;
    weight += rarity;
    shown.add(name);
  }
  return { weight, count: shown.size, shown: [...shown].sort().slice(0, 3) };
}

/** Only small profiles are asked: who stands in many documents shares a name with everybody. */
function sharedInDocuments(left: Profile, right: Profile, own: ReadonlySet<string>, folder: Folder): Shared {
  const namesIn = ({ documents }: Profile): ReadonlySet<string> =>
    new Set([...documents].flatMap((document) => [...(folder.namesIn.get(document) ?? [])]));
  const found = [
    left.documents.size <= 2 ? sharedWith(namesIn(left), right.neighbours, own, folder) : null,
    right.documents.size <= 2 ? sharedWith(namesIn(right), left.neighbours, own, folder) : null,
  ].flatMap((shared) => shared ?? []);
  return found.sort((a, b) => b.weight - a.weight)[0] ?? { weight: 0, count: 0, shown: [] };
}

/** 0 for a name that most documents hold, 2 at most; as if nine more documents without the name lay in the folder. */
export function rarityOf(key: string, { documentCount, frequencies }: Folder): number {
  const share = (documentCount + 9) / ((frequencies.get(key) ?? 1) + 1);
  return Math.min(2, Math.max(0, Math.log(share) - 0.2));
}
