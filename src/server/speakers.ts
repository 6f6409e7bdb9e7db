// Who says a claim, as numbers: names of the graph, or the words of a text where it names nobody.
import type { Attribution, Evidence } from '../model/graph.ts';
import type { GraphPayload } from './payload.ts';
import { Places } from './places.ts';

/** Stands for an article that says it in its own voice. */
const ARTICLE = -1;

/** Speakers, and who of them say one claim, in the order of first sight. */
export class Speakers {
  readonly #speakers = new Places<{ readonly entity: number; readonly text: string }>();
  readonly #groups = new Places<readonly number[]>();
  readonly #entityPlaces: ReadonlyMap<string, number>;

  constructor(entityPlaces: ReadonlyMap<string, number>) {
    this.#entityPlaces = entityPlaces;
  }

  /** Place of the group that says what this evidence shows; -1 where only articles do. */
  findGroup(evidence: readonly Evidence[]): number {
    if (evidence.every(({ attribution }) => attribution === null)) return -1;
    const places = evidence.map(({ attribution }) => (attribution === null ? ARTICLE : this.#place(attribution)));
    const group = [...new Set(places)].sort((left, right) => left - right);
    return this.#groups.place(group.join(), () => group);
  }

  columns(): GraphPayload['speakers'] {
    const { values } = this.#speakers;
    return {
      entity: values.map(({ entity }) => entity),
      text: values.map(({ text }) => text),
      groups: this.#groups.values,
    };
  }

  #place({ entity, text }: Attribution): number {
    const known = entity === null ? undefined : this.#entityPlaces.get(entity);
    if (entity === null || known === undefined) return this.#speakers.place(` ${text}`, () => ({ entity: -1, text }));
    return this.#speakers.place(entity, () => ({ entity: known, text: entity }));
  }
}
