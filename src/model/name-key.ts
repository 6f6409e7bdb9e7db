// One form for a name as people type it, by which it is found again.

/** A name without case, accents and spare spaces. */
export function nameKey(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The keys of all names of an entity, each once. */
export function nameKeys({
  name,
  aliases,
}: {
  readonly name: string;
  readonly aliases: readonly { readonly name: string }[];
}): string[] {
  return [...new Set([name, ...aliases.map((alias) => alias.name)].map(nameKey))];
}
