// After people: what a text says outright, "North Harbor Alliance (NHA)", "Harrow Motors, formerly Quill Works".
import type { UnitGroups } from '../unit-groups.ts';

const BY = 'stated-names@1';

/** Joins a name with the acronym in brackets behind it, and with the name that the thing bore before. */
export function joinStatedNames(groups: UnitGroups): void {
  for (const { left, right, detail } of groups.scope.stated) {
    groups.join(left, right, { score: 0.98, reasons: [detail], by: BY }, 'stated');
  }
}
