// The public names of this room: Extractions + Decisions → Graph.
export { makeResolver, type Resolver, resolve } from './resolve.ts';
