// The public names of this room: Extractions + Decisions → Graph.
export { resolve } from './resolve.ts';
