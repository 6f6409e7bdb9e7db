// Measures the viewer beside pages that draw the same graph with plain sigma (and cytoscape, where it is installed), in
// one run of one browser: npx tsx scripts/bench/viewer.ts [--nodes 10000] [--edges 30000] [--cytoscape FOLDER]
// [--spread] (places by chance instead of a layout, which takes minutes for 250,000 names) [--output FILE]
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Graph } from '../../src/model/graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import type { GraphHeader } from '../../src/server/graph-bytes.ts';
import { makeGraphPayload } from '../../src/server/graph-payload.ts';
import { serveGraph } from '../../src/server/index.ts';
import { makeFacts } from '../../viewer/facts.ts';
import { layoutInput } from '../../viewer/layout.ts';
import { seedPosition, startLayout } from '../../viewer/layout-steps.ts';
import { findChromium } from '../provision/chromium.ts';
import { keepPositions } from './keep-positions.ts';
import { makeLargeGraph } from './large-graph.ts';
import { type PlainPage, servePlainPages } from './plain-pages.ts';
import { rendererMemory } from './renderer-memory.ts';

/** Names up to which plain pages are hovered over: one hover there copies every node and edge, which takes minutes at 250,000. */
const MOST_HOVERED = 50_000;
const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '10000' },
    edges: { type: 'string', default: '30000' },
    cytoscape: { type: 'string' },
    output: { type: 'string', short: 'o' },
    rounds: { type: 'string', default: '3' },
    spread: { type: 'boolean', default: false },
  },
});
const PATIENCE_MS = 30 * 60_000;
const VIEW = { width: 1280, height: 800 };

/**
 * Runs before a page: notes in `drawnAt` when the second frame with the graph is on the screen. Reading a pixel waits for
 * all that was drawn, in the contexts that the page made: asking a canvas for one would make it. The page notes it by
 * itself, since a question from here would wait behind whatever the page does next.
 */
const NOTE_DRAWN = `(() => {
  const { getContext } = HTMLCanvasElement.prototype;
  const contexts = new Set();
  HTMLCanvasElement.prototype.getContext = function (...asked) {
    const context = getContext.apply(this, asked);
    if (context !== null && 'readPixels' in context) contexts.add(context);
    return context;
  };
  const note = () => {
    for (const gl of contexts) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    window.drawnAt = performance.now();
  };
  new MutationObserver((_, observer) => {
    const { picture, ready } = document.documentElement.dataset;
    if (picture === undefined && ready === undefined) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(note));
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-picture', 'data-ready'] });
})()`;
const SCENE = "document.querySelector('.stage').scene";

interface Opening {
  /** Milliseconds from the start of the navigation to the second frame with the graph on it. */
  readonly drawn: number;
  /** The same until all panels stand. */
  readonly usable: number;
  readonly megabytes: number;
}

const graph = makeLargeGraph(Number(values.nodes), Number(values.edges));
const figures = await measure(graph);
console.log(JSON.stringify(figures, null, 2));
if (values.output !== undefined) await writeFile(values.output, `${JSON.stringify(figures, null, 2)}\n`);

async function measure(graph: Graph) {
  const server = await serveGraph(viewGraph(graph), { port: 0 });
  const positions = arrange(graph);
  const plain = await servePlainPages(graph, positions, values.cytoscape);
  try {
    await keepPositions(server.url, positions);
    const openings = await measureOpenings([{ name: 'stemma', url: server.url }, ...plain.pages]);
    const used: Record<string, object> = {
      stemma: await attempt('stemma in use', (browser) => measureStemma(browser, server.url, graph)),
    };
    for (const page of plain.pages) {
      if (!page.hovers || graph.entities.length > MOST_HOVERED) continue;
      used[page.name] = await attempt(`${page.name} in use`, async (browser) => ({
        hoverMs: await measureHover(browser, page),
      }));
    }
    const own = openings.stemma;
    const rows = Object.entries(openings).map(([name, opening]) => {
      const ratios = 'drawn' in opening && own !== undefined && 'drawn' in own ? ratiosOf(own, opening) : {};
      return [name, { ...opening, ...ratios, ...used[name] }];
    });
    return { nodes: graph.entities.length, edges: graph.claims.length, ...Object.fromEntries(rows) };
  } finally {
    await plain.close();
    await server.close();
  }
}

/** x and y by place: as the viewer's own layout leaves them. */
function arrange(graph: Graph): readonly number[] {
  const { entities } = graph;
  if (values.spread) return entities.flatMap(({ id }) => seedPosition(id).map((at) => at * Math.sqrt(entities.length)));
  const run = startLayout(layoutInput(makeFacts(makeGraphPayload(viewGraph(graph), 'bench'))));
  while (run.step());
  return Array.from(run.positions());
}

/** What a page could not do. */
interface Failed {
  readonly failed: string;
}

/**
 * In a browser of its own, so that a page that takes its browser down takes nothing else with it: plain pages do at
 * 250,000 names, where one hover copies every node and edge.
 */
async function attempt<Result>(what: string, act: (browser: Browser) => Promise<Result>): Promise<Result | Failed> {
  console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);
  const browser = await chromium.launch({ executablePath: findChromium() });
  try {
    return await act(browser);
  } catch (error) {
    return { failed: String(error).split('\n')[0] ?? '' };
  } finally {
    await browser.close();
  }
}

/** Medians of several openings; pages take turns, so that all meet the same machine. */
async function measureOpenings(pages: readonly { readonly name: string; readonly url: string }[]) {
  const all: Record<string, Opening[]> = {};
  const failed: Record<string, Failed> = {};
  for (let turn = 0; turn < Number(values.rounds); turn += 1) {
    for (const { name, url } of pages) {
      if (failed[name] !== undefined) continue;
      const opening = await attempt(`${name} opens`, async (browser) => {
        const context = await browser.newContext({ viewport: VIEW, reducedMotion: 'reduce' });
        // A new browser starts its graphics process with its first page: that is no part of any of these.
        await (await context.newPage()).evaluate("document.createElement('canvas').getContext('webgl2')?.flush()");
        return openPage(await context.newPage(), url, PATIENCE_MS);
      });
      if ('failed' in opening) failed[name] = opening;
      else all[name] = [...(all[name] ?? []), opening];
    }
  }
  const medians = Object.entries(all).map(([name, openings]) => {
    openings.sort((a, b) => a.drawn - b.drawn);
    return [name, openings[Math.floor(openings.length / 2)] as Opening] as const;
  });
  return { ...Object.fromEntries(medians), ...failed } as Record<string, Opening | Failed>;
}

/** What Stemma takes, as a share of what the other page takes. */
function ratiosOf(own: Opening, other: Opening) {
  return { stemmaTakes: round100(own.drawn / other.drawn), stemmaHolds: round100(own.megabytes / other.megabytes) };
}

async function openPage(page: Page, url: string, patience: number): Promise<Opening> {
  await page.addInitScript(NOTE_DRAWN);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector('html[data-ready]', { timeout: patience, state: 'attached' });
  const usable = await page.evaluate<number>('performance.now()');
  await page.waitForFunction(() => 'drawnAt' in window, undefined, { timeout: patience });
  const drawn = await page.evaluate<number>('drawnAt');
  return { drawn: Math.round(drawn), usable: Math.round(usable), megabytes: await rendererMemory(page) };
}

async function measureStemma(browser: Browser, url: string, graph: Graph) {
  const context = await browser.newContext({ viewport: VIEW, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await openPage(page, url, PATIENCE_MS);
  const payload = await measurePayload(url);
  const work = await useStemma(page, graph);
  await context.close();
  return {
    payloadBytesPerEdge: round10(payload.all / graph.claims.length),
    /** Without names, titles and other texts of the documents. */
    payloadBytesPerEdgeBeforeNames: round10((payload.all - payload.texts) / graph.claims.length),
    ...work,
  };
}

/** Bytes of the graph as it travels, uncompressed, and those of them that are names, titles and words. */
async function measurePayload(url: string): Promise<{ readonly all: number; readonly texts: number }> {
  const bytes = await (await fetch(new URL('api/graph', url))).arrayBuffer();
  const headerLength = new Uint32Array(bytes, 4, 1)[0] ?? 0;
  const { sections } = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 8, headerLength))) as GraphHeader;
  const texts = Object.values(sections).reduce((sum, each) => sum + (each.kind === 'json' ? each.length : 0), 0);
  return { all: bytes.byteLength, texts };
}

function round10(number: number): number {
  return Math.round(number * 10) / 10;
}

function round100(number: number): number {
  return Math.round(number * 100) / 100;
}

/** Typing, filtering, hovering and panning, with the longest task of each (W3C Long Tasks). */
async function useStemma(page: Page, graph: Graph) {
  await page.evaluate(
    "window.tasks = []; new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' })",
  );
  const longest = async (act: () => Promise<unknown>): Promise<number> => {
    await page.evaluate('tasks.length = 0');
    await act();
    await page.evaluate('new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 }))');
    return Math.round(await page.evaluate<number>('Math.max(0, ...tasks)'));
  };
  const hoverMs = await page.evaluate<number>(
    `(() => { const started = performance.now(); ${SCENE}.point(); return performance.now() - started; })()`,
  );
  const typing = await longest(async () => {
    await page.locator('#search').pressSequentially(graph.entities[7]?.name.slice(0, 6) ?? '', { delay: 60 });
    await page.getByRole('option').first().waitFor({ timeout: 60_000 });
    await page.locator('#search').fill('');
  });
  const status = page.locator('.status p').first();
  const filtering = await longest(async () => {
    const before = await status.textContent();
    await page.locator('.check', { hasText: 'met with' }).click();
    await page.waitForFunction((text) => document.querySelector('.status p')?.textContent !== text, before);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.waitForFunction((text) => document.querySelector('.status p')?.textContent === text, before);
  });
  const hovering = await longest(async () => {
    for (let step = 0; step < 20; step += 1) await page.mouse.move(400 + step * 12, 300 + step * 8);
  });
  const panning = await longest(async () => {
    await page.mouse.move(600, 400);
    await page.mouse.down();
    for (let step = 0; step < 10; step += 1) await page.mouse.move(600 + step * 10, 400 + step * 6);
    await page.mouse.up();
  });
  return { hoverMs: Math.round(hoverMs * 100) / 100, longestTaskMs: { typing, filtering, hovering, panning } };
}

async function measureHover(browser: Browser, plain: PlainPage): Promise<number> {
  const page = await browser.newPage({ viewport: VIEW });
  await openPage(page, plain.url, PATIENCE_MS);
  const hoverMs = await page.evaluate<number>('window.hover()');
  await page.context().close();
  return round100(hoverMs);
}
