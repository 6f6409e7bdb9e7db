// The library ships no types for its inner step, which is all we take of it.
declare module 'graphology-layout-forceatlas2/iterate.js' {
  /** One iteration, in place. Rows: 10 floats a node, 3 an edge (places of rows, weight). */
  export default function iterate(
    settings: Readonly<Record<string, number | boolean>>,
    nodes: Float32Array,
    edges: Float32Array,
  ): void;
}
