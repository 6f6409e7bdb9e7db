// Takes the picture of the viewer that the README shows: the sample articles as a graph, one relation and its sentence open.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { buildGraph, openGraph } from '../src/build-graph.ts';
import type { GraphView } from '../src/model/graph-view.ts';
import { serveGraph } from '../src/server/index.ts';
import { findChromium } from './provision/chromium.ts';

const ARTICLES = fileURLToPath(new URL('../data/articles', import.meta.url));
const PICTURE = fileURLToPath(new URL('../docs/viewer.png', import.meta.url));
const SIZE = { width: 1520, height: 900 };

const folder = await mkdtemp(join(tmpdir(), 'stemma-screenshot-'));
try {
  const graphPath = join(folder, 'articles.stemma');
  await buildGraph({ paths: [ARTICLES], graphPath });
  const view = openGraph(graphPath);
  const server = await serveGraph(view, { port: 0 });
  try {
    await takePicture(server.url, bestPair(view), PICTURE);
  } finally {
    await server.close();
  }
  console.log(`${PICTURE}: ${Math.round((await stat(PICTURE)).size / 1024)} KiB`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function takePicture(url: string, pair: readonly [string, string], path: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium() });
  try {
    const page = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce', colorScheme: 'light' });
    const [subject, object] = pair.map(encodeURIComponent);
    await page.goto(`${url}#entity=${subject}&pair=${subject}&pair=${object}`);
    await page.waitForSelector('html[data-ready]');
    await page.locator('.sentence').first().click();
    await page.waitForSelector('html[data-reading]');
    await page.screenshot({ path });
  } finally {
    await browser.close();
  }
}

/** The two ends of the claim with the most witnesses: the one a newcomer learns most from. */
function bestPair(view: GraphView): readonly [string, string] {
  const ranked = [...view.claims()]
    .filter((claim) => claim.object !== null)
    .sort((a, b) => b.independentSources - a.independentSources || b.evidence.length - a.evidence.length);
  const [best] = ranked;
  if (best === undefined || best.object === null) throw new Error('The sample articles gave no relation.');
  return [best.subject, best.object];
}
