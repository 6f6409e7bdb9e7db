// A mention on its way into a chain.
import type { Mention } from '../../model/extraction.ts';

/** `group`: number of the group of names that it refers to, within one document. */
export interface Linked {
  readonly mention: Mention;
  readonly group: number;
}
