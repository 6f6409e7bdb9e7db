// "He" and "she" of one entity: once the whole text is read, those that its names and the surer pronouns speak against leave it.
import type { ReadMention } from './read-mention.ts';

/** The first pronoun decides where nothing else does. */
const EARLIER = 1e-6;

/**
 * Which of an entity's members are pronouns of the gender that the others speak against, in reading order; none where all agree.
 * `chances`: of the choice of each mention of the text, 1 where none was made.
 */
export function strayPronouns(
  members: readonly number[],
  read: readonly ReadMention[],
  chances: readonly number[],
): number[] {
  const calls = members.filter((member) => read[member]?.manner === 'he');
  if (new Set(calls.map((member) => read[member]?.gender)).size < 2) return [];
  let balance = read[calls[0] ?? -1]?.gender === 'he' ? EARLIER : -EARLIER; // above 0: a man
  for (const member of members) {
    const { manner, gender, likelyGender } = read[member] as ReadMention;
    const told = gender ?? likelyGender;
    if (told !== null) balance += (told === 'he' ? 1 : -1) * (manner === 'he' ? (chances[member] ?? 1) : 1);
  }
  return calls.filter((member) => (read[member]?.gender === 'he') !== balance > 0);
}
