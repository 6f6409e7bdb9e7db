// The public names of this room: Extractions + Decisions → Graph.
export { makeResolver, type ResolveOptions, type Resolver, resolve } from './resolve.ts';
