import { expect, it } from 'vitest';
import * as stemma from '../src/index.ts';

it('the package exports these names, and no others', () => {
  expect(Object.keys(stemma).sort()).toEqual([
    'EXPORTERS',
    'KnownError',
    'addDecisions',
    'buildGraph',
    'findExporter',
    'loadOntology',
    'openGraph',
    'removeDocument',
    'undoDecisions',
  ]);
});
