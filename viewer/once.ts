// Work that is put off until someone asks for it.

/** Calls at the first need and keeps what came. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
