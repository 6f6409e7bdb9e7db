// Were two people born, and did they die, on one day and in one place?
import type { Profile } from '../profile.ts';
import type { Comparison } from './feature.ts';

/** Dates agree where one is the beginning of the other (1952, 1952-10-07). A day or year that differs parts two people. */
export function compareLife(left: Profile, right: Profile): Comparison | null {
  let agreement: Comparison | null = null;
  for (const [type, values] of left.life) {
    const others = right.life.get(type);
    if (others === undefined) continue;
    const event = type.toLowerCase().replaceAll('_', ' ');
    const [one, both] = event.startsWith('born') ? [`was ${event}`, `were ${event}`] : [event, event];
    const shared = [...values].find((value) => [...others].some((other) => isOne(value, other)));
    if (shared === undefined) {
      const detail = `One ${one} ${[...values].sort()[0]}, one ${[...others].sort()[0]}.`;
      return { level: 'life-differs', amount: type.endsWith('_ON') ? 1 : 0.3, detail };
    }
    agreement = {
      level: 'life-agrees',
      amount: type.endsWith('_ON') ? 1 : 0.5,
      detail: `Both ${both} ${shared}.`,
    };
  }
  return agreement;
}

const isOne = (left: string, right: string): boolean => left.startsWith(right) || right.startsWith(left);
