import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What reads texts through the weights, or loads the whole program: a room of its own, so that the pure part stays quick. */
const TEXTS = [
  'tests/extract/**/*.test.ts',
  'tests/{build-graph,index}.test.ts',
  'tests/resolve/{acts,conflicts-in-texts,resolve,speech,things}.test.ts',
  'tests/cli/{commands,ontology}.test.ts',
];

/** `unit` is quick and pure; `texts` runs the real weights; `real` runs the real Neo4j, Chromium and processes. */
export default defineConfig({
  test: {
    reporters: ['default', './scripts/count-tests.ts'],
    // Left alone it keeps one core free, which on two is half of them.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/real/**', 'tests/e2e/**', ...TEXTS],
          testTimeout: 30_000,
          pool: 'threads',
          isolate: false,
        },
      },
      {
        test: {
          name: 'texts',
          include: TEXTS,
          testTimeout: 30_000,
          // Forty files read texts: a process loads the weights and the program once, not for each of them.
          isolate: false,
          // There is a process for each core: graphs on all cores in each of them would wait for one another.
          env: { STEMMA_THREADS: '1' },
        },
      },
      {
        test: {
          name: 'real',
          include: ['tests/real/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
