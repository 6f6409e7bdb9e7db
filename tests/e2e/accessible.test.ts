// axe-core on every screen, light and dark, wide and on a phone: no violation.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GraphView } from '../../src/model/graph-view.ts';
import { openStoredGraph } from '../../src/store/index.ts';
import { generatedView } from '../helpers/generated-graph.ts';
import { storeNames } from '../helpers/named-graph.ts';
import { makeGraphFolder } from '../helpers/run-command.ts';
import { launch, openServed } from './open-viewer.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
const folder = makeGraphFolder();
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  folder.dispose();
});

/** In order: each screen is reached from the one before. */
const SCREENS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['start', async () => {}],
  [
    'search',
    async (page) => {
      await page.locator('#search').fill('kova');
      await page.locator('.option.quoted').first().waitFor();
    },
  ],
  ['dossier', (page) => page.getByRole('option').first().click()],
  ['relation', (page) => page.locator('.neighbours .row').first().click()],
  [
    'article',
    async (page) => {
      await page.locator('.sentence').first().click();
      await page.waitForSelector('html[data-reading]');
    },
  ],
  [
    'table',
    async (page) => {
      await page.getByRole('button', { name: 'Close article' }).click();
      await page.getByRole('button', { name: 'Table' }).click();
    },
  ],
  [
    'conflicts',
    async (page) => {
      await page.getByRole('button', { name: /^Conflicts/ }).click();
      await page.locator('.conflict .sentence').first().waitFor();
    },
  ],
  ['articles', (page) => page.getByRole('button', { name: 'Articles' }).click()],
  [
    'take away',
    async (page) => {
      await page.getByText('Take away').click();
      await page.getByRole('button', { name: /^GraphML/ }).waitFor();
    },
  ],
  [
    'groups',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Picture' }).click();
      if (!(await page.locator('.colours').isVisible())) await page.locator('.legend summary').click();
      await page.getByRole('button', { name: 'groups', exact: true }).click();
    },
  ],
  [
    'nothing left',
    async (page) => {
      await page.evaluate(() => {
        location.hash = 'from=1900-01-01&to=1900-01-02';
      });
      await page.getByText('Nothing to draw').waitFor();
    },
  ],
];

/** On a graph in a file, with names to decide about. */
const DECISIONS: typeof SCREENS = [
  [
    'part or join',
    async (page) => {
      await page.locator('.panel .row', { hasText: 'Ivo Rendel' }).click();
      await page.getByText('Part or join', { exact: true }).click();
      await page.getByLabel('Name to join with').fill('a');
    },
  ],
  [
    'doubts',
    async (page) => {
      await page.getByRole('button', { name: /^Doubts/ }).click();
      await page.locator('.question').waitFor();
    },
  ],
  [
    'an answer and a silent server',
    async (page) => {
      await page.keyboard.press('u');
      await page.locator('.kept').waitFor();
      await page.route('**/api/**', (route) => route.abort());
      await page.keyboard.press('d');
      await page.locator('.notice-line.failed').waitFor();
    },
  ],
  [
    'German',
    (page) =>
      page
        .locator('.language select')
        .selectOption('de')
        .then(() => {}),
  ],
];

const TEXTS = {
  'a.txt': '[Ivo Rendel] came to the mine with [Tova Lindqvist].',
  'b.txt': '[Ivo Rendel] left the mine. [T. Marrow] stayed with [P. Halden].',
  'c.txt': '[Ivo Rendel] sings. [Tom Marrow] listens to [Petra Halden].',
};

/** axe looks at every element: slow where the machine is busy. */
const TIMEOUT_MS = 400_000;

type Look = readonly [colorScheme: 'light' | 'dark', width: number, height: number];

const LOOKS: readonly Look[] = [
  ['light', 1400, 900],
  ['dark', 1400, 900],
  ['light', 390, 844],
  ['dark', 390, 844],
];

it.each(LOOKS)('no violation in %s at %d × %d', async (...look) => walk(generatedView(), SCREENS, look), TIMEOUT_MS);

it.each(LOOKS)(
  'no violation where one decides, in %s at %d × %d',
  async (...look) => {
    const path = folder.at(`names-${look.join('-')}.stemma`);
    storeNames(path, TEXTS);
    await walk(openStoredGraph(path), DECISIONS, look, 'unconnected=1');
  },
  TIMEOUT_MS,
);

async function walk(
  view: GraphView,
  screens: typeof SCREENS,
  [colorScheme, width, height]: Look,
  fragment = '',
): Promise<void> {
  const opened = await openServed(browser, view, { colorScheme, viewport: { width, height }, fragment });
  const { page } = opened;
  try {
    for (const [name, go] of screens) {
      await go(page);
      await page.waitForFunction(() => !document.body.textContent.includes('Loading…'));
      expect({ name, found: await violations(page) }).toEqual({ name, found: [] });
    }
  } finally {
    await opened.close();
  }
}

async function violations(page: Page): Promise<string[]> {
  // The policy of the page forbids foreign scripts; the debugger may still evaluate.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const { violations: found } = await axe.run();
    return found.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
    );
  });
}
