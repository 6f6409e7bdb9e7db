// What was decided of the components of a folder: the shape in which one stage hands it to the next.
import type { Decision } from '../model/graph.ts';
import type { EntityDraft } from './entities.ts';
import type { Member } from './reading.ts';
import type { Change } from './sorted-list.ts';

/** What was decided of one component. The same object as long as it holds. */
export interface Decided {
  readonly members: readonly Member[];
  /** With the members of each, by their places. */
  readonly entities: readonly { readonly draft: EntityDraft; readonly group: readonly number[] }[];
  readonly decisions: readonly Decision[];
}

/** What is decided otherwise than before. Decisions and drafts that hold are the same objects in what came and what left. */
export interface DecidedFolder extends Change<Decided> {
  /** Those words of people whose two mentions are in the folder. */
  readonly words: readonly Decision[];
}

/** The entities of all components, one after the other. */
export function draftsOf(components: readonly Decided[]): EntityDraft[] {
  return components.flatMap(({ entities }) => entities.map(({ draft }) => draft));
}
