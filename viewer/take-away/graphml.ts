// GraphML 1.0 of what is shown, in the dialect that Gephi, yEd, networkx and igraph read.
import { escapeXml } from '../picture.ts';
import type { ShownEdge, ShownGraph } from './shown-graph.ts';

interface Key {
  readonly name: string;
  readonly type: 'string' | 'int' | 'double' | 'boolean';
}

const NODE_KEYS: readonly Key[] = [
  { name: 'label', type: 'string' },
  { name: 'type', type: 'string' },
  { name: 'mentions', type: 'int' },
  { name: 'x', type: 'double' },
  { name: 'y', type: 'double' },
];

/** Columns of an edge beside its ends; `claim` is its id, since igraph gives edges the ids of nodes. */
export const EDGE_KEYS: readonly (Key & { readonly of: (edge: ShownEdge) => string | number | boolean })[] = [
  { name: 'claim', type: 'string', of: ({ id }) => id },
  { name: 'type', type: 'string', of: ({ type }) => type },
  { name: 'predicate', type: 'string', of: ({ predicate }) => predicate },
  { name: 'label', type: 'string', of: ({ label }) => label },
  { name: 'polarity', type: 'string', of: ({ polarity }) => polarity },
  { name: 'modality', type: 'string', of: ({ modality }) => modality },
  { name: 'disputed', type: 'boolean', of: ({ disputed }) => disputed },
  { name: 'derived', type: 'boolean', of: ({ derived }) => derived },
  { name: 'confidence', type: 'double', of: ({ confidence }) => confidence },
  { name: 'independentSources', type: 'int', of: ({ independentSources }) => independentSources },
  { name: 'articles', type: 'int', of: ({ articles }) => articles },
  { name: 'from', type: 'string', of: ({ from }) => from },
  { name: 'to', type: 'string', of: ({ to }) => to },
  { name: 'quote', type: 'string', of: ({ quote }) => quote },
  { name: 'document', type: 'string', of: ({ document }) => document },
  { name: 'publisher', type: 'string', of: ({ publisher }) => publisher },
  { name: 'published', type: 'string', of: ({ published }) => published },
];

export function toGraphml({ nodes, edges }: ShownGraph): string {
  const keys = (kind: 'node' | 'edge', list: readonly Key[]): string[] =>
    list.map(({ name, type }) => `<key id="${kind}-${name}" for="${kind}" attr.name="${name}" attr.type="${type}"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys('node', NODE_KEYS),
    ...keys('edge', EDGE_KEYS),
    '<graph edgedefault="directed">',
    ...nodes.map(({ id, label, type, mentions, at }) => {
      // Gephi and others count y upwards.
      const places = at === null ? [] : [data('node-x', at.x), data('node-y', -at.y)];
      const facts = [data('node-label', label), data('node-type', type), data('node-mentions', mentions), ...places];
      return `<node id="${escapeXml(id)}">${facts.join('')}</node>`;
    }),
    ...edges.map((edge) => {
      const facts = EDGE_KEYS.map(({ name, of }) => data(`edge-${name}`, of(edge)));
      const ends = `source="${escapeXml(edge.source)}" target="${escapeXml(edge.target)}"`;
      return `<edge id="${escapeXml(edge.id)}" ${ends}>${facts.join('')}</edge>`;
    }),
    '</graph>',
    '</graphml>\n',
  ].join('\n');
}

function data(key: string, value: string | number | boolean): string {
  return `<data key="${key}">${escapeXml(String(value))}</data>`;
}
