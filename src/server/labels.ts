// What types are called for people: from the graph's own ontology, that of the house, else from the name itself.
import { readFileSync } from 'node:fs';
import { type Ontology, OTHER_FAMILY } from '../model/ontology.ts';
import type { EntityTypePayload, RelationTypePayload } from './payload.ts';

const ONTOLOGY_FILE = new URL('../../data/ontology.json', import.meta.url);

/** The open claims' place among the relation types. */
export const OPEN_RELATION: RelationTypePayload = {
  name: '',
  label: 'in the words of the text',
  family: 'open',
  symmetric: false,
};

/** … and that of those whose object is what the subject did to something without a name. */
export const ACT_RELATION: RelationTypePayload = { name: '', label: 'did', family: 'act', symmetric: false };

/** … and that of those whose object is what the subject says. */
export const SPEECH_RELATION: RelationTypePayload = { name: '', label: 'says', family: 'speech', symmetric: false };

/** … and of those whose object is what the subject is told to think, hope or fear. */
export const THOUGHT_RELATION: RelationTypePayload = { name: '', label: 'thinks', family: 'thought', symmetric: false };

export interface Labels {
  entityType(name: string): EntityTypePayload;
  relationType(name: string): RelationTypePayload;
}

/** Labels of `own` before those of `data/ontology.json`; a type that neither has is spelt out from its name. */
export function readLabels(own: Ontology | null = null): Labels {
  const builtIn = JSON.parse(readFileSync(ONTOLOGY_FILE, 'utf8')) as Ontology;
  const entityTypes = new Map(builtIn.entityTypes.map(({ name, label }, color) => [name, { name, label, color }]));
  for (const { name, label } of own?.entityTypes ?? [])
    entityTypes.set(name, { name, label, color: entityTypes.get(name)?.color ?? entityTypes.size });
  const relationTypes = new Map(
    [...builtIn.relationTypes, ...(own?.relationTypes ?? [])].map((type) => [type.name, type]),
  );
  return {
    entityType: (name) => {
      const known = entityTypes.get(name) ?? { name, label: spellOut(name), color: entityTypes.size };
      entityTypes.set(name, known);
      return known;
    },
    relationType: (name) => {
      const known = relationTypes.get(name);
      return {
        name,
        label: known?.label ?? spellOut(name),
        family: known?.family ?? OTHER_FAMILY,
        symmetric: known?.symmetric ?? false,
      };
    },
  };
}

/** `SHIPPED_BY` → "shipped by", `CreativeWork` → "creative work". */
export function spellOut(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
}
