// GEXF 1.3 of what is shown, with the places that the names have in the picture.
import { escapeXml } from '../picture.ts';
import { EDGE_KEYS } from './graphml.ts';
import type { ShownGraph } from './shown-graph.ts';

const TYPES = { string: 'string', int: 'integer', double: 'double', boolean: 'boolean' } as const;

export function toGexf({ title, nodes, edges }: ShownGraph): string {
  const columns = EDGE_KEYS.filter(({ name }) => name !== 'label');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `<meta><creator>Stemma</creator><description>${escapeXml(title)}</description></meta>`,
    '<graph defaultedgetype="directed" mode="static">',
    '<attributes class="node">',
    '<attribute id="type" title="type" type="string"/>',
    '<attribute id="mentions" title="mentions" type="integer"/>',
    '</attributes>',
    '<attributes class="edge">',
    ...columns.map(({ name, type }) => `<attribute id="${name}" title="${name}" type="${TYPES[type]}"/>`),
    '</attributes>',
    '<nodes>',
    ...nodes.map(({ id, label, type, mentions, at }) => {
      const place = at === null ? '' : `<viz:position x="${at.x}" y="${-at.y}" z="0"/>`;
      const facts = `<attvalues>${value('type', type)}${value('mentions', mentions)}</attvalues>`;
      return `<node id="${escapeXml(id)}" label="${escapeXml(label)}">${facts}${place}</node>`;
    }),
    '</nodes>',
    '<edges>',
    ...edges.map((edge) => {
      const ends = `source="${escapeXml(edge.source)}" target="${escapeXml(edge.target)}"`;
      const facts = columns.map(({ name, of }) => value(name, of(edge))).join('');
      const weight = Math.max(1, edge.independentSources);
      return `<edge id="${escapeXml(edge.id)}" ${ends} label="${escapeXml(edge.label)}" weight="${weight}"><attvalues>${facts}</attvalues></edge>`;
    }),
    '</edges>',
    '</graph>',
    '</gexf>\n',
  ].join('\n');
}

function value(name: string, held: string | number | boolean): string {
  return `<attvalue for="${name}" value="${escapeXml(String(held))}"/>`;
}
