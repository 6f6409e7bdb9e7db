// The public names of this room: Extractions + Decisions → Graph.
export { findContradicted } from './contradicted.ts';
export { makeResolver, type ResolveOptions, type Resolver, resolve } from './resolve.ts';
