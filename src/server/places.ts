// Numbers for what recurs: the payload names each thing once and refers to it by its place.

/** Gives each distinct value a place, in the order of first sight. */
export class Places<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<string, number>();

  place(key: string, make: () => Value): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.values.length);
    return this.values.push(make()) - 1;
  }

  find(key: string | null | undefined): number {
    return key === null || key === undefined ? -1 : (this.#places.get(key) ?? -1);
  }
}
