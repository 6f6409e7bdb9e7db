// A real browser on a real server (or on an exported file) for the tests of the page; notes every error and request.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { keepPositions } from '../../scripts/bench/keep-positions.ts';
import { findChromium } from '../../scripts/provision/chromium.ts';
import type { GraphView } from '../../src/model/graph-view.ts';
import { htmlExporter } from '../../src/server/html-exporter.ts';
import { serveGraph } from '../../src/server/serve-graph.ts';
import { exportText } from '../helpers/export-text.ts';

export interface Opened {
  readonly page: Page;
  /** Address of the start page. */
  readonly url: string;
  /** Errors of scripts, of the console and of the content policy, in order. */
  readonly errors: string[];
  /** Addresses asked for, in order. */
  readonly requests: string[];
  close(): Promise<void>;
}

export function launch(...args: string[]): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args });
}

export interface OpenOptions extends BrowserContextOptions {
  /** What follows `#`. */
  readonly fragment?: string;
  /** Where the names stand, x and y in turn: no layout is waited for. */
  readonly positions?: readonly number[];
  /** Does something before the page is opened, such as closing a road. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** Serves the graph and opens it; resolves when the picture is at rest. */
export async function openServed(browser: Browser, view: GraphView, options: OpenOptions = {}): Promise<Opened> {
  const server = await serveGraph(view, { port: 0 });
  if (options.positions !== undefined) await keepPositions(server.url, options.positions);
  return openAt(browser, server.url, () => server.close(), options);
}

/** Exports the graph into one file and opens it from disk. */
export async function openExported(browser: Browser, view: GraphView, options: OpenOptions = {}): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'stemma-html-'));
  const file = join(folder, 'graph.html');
  await writeFile(file, await exportText(htmlExporter, view));
  return openAt(browser, pathToFileURL(file).href, () => rm(folder, { recursive: true }), options);
}

async function openAt(
  browser: Browser,
  url: string,
  release: () => Promise<void>,
  { fragment = '', before, positions: _, ...context }: OpenOptions,
): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce', ...context });
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // Software WebGL reports its slowness as a warning; only errors are errors.
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  await before?.(page);
  await page.goto(fragment === '' ? url : `${url}#${fragment}`);
  await waitUntilReady(page);
  return {
    page,
    url,
    errors,
    requests,
    async close() {
      await page.context().close();
      await release();
    },
  };
}

export async function waitUntilReady(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready]', { timeout: 30_000 });
}

/** The texts that a kind of highlight covers, as the browser holds them. */
export function litTexts(page: Page, kind: string): Promise<string[]> {
  return page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), kind);
}

/** A point of the line between two entities of the picture, in pixels of the page: `share` of the way from the first. */
export function pointOfLine(page: Page, from: number, to: number, share = 0.5): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([one = 0, other = 0, part = 0.5]) => {
      const stage = document.querySelector('.stage') as HTMLElement & {
        scene: { position(place: number): { x: number; y: number } };
      };
      const [start, end] = [stage.scene.position(one), stage.scene.position(other)];
      const frame = stage.getBoundingClientRect();
      return {
        x: frame.left + start.x + (end.x - start.x) * part,
        y: frame.top + start.y + (end.y - start.y) * part,
      };
    },
    [from, to, share],
  );
}

/**
 * Clicks a line between two entities: where its tip names `ends`, at the first place where neither a name's dot nor another line
 * covers it. Of two statements of a pair in the light none runs through the middle, so places beside it are tried too.
 */
export async function clickLine(page: Page, from: number, to: number, ends: readonly string[] = []): Promise<void> {
  const [start, end] = [await pointOfLine(page, from, to, 0), await pointOfLine(page, from, to, 1)];
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const aside = { x: (start.y - end.y) / length, y: (end.x - start.x) / length };
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    for (const pixels of [0, 8, -8, 16, -16, 24, -24]) {
      const x = start.x + (end.x - start.x) * share + aside.x * pixels;
      const y = start.y + (end.y - start.y) * share + aside.y * pixels;
      await page.mouse.move(x, y);
      // The page says what lies under the pointer in the next frame.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const [tip] = await page.locator('.tip').allTextContents();
      if (tip !== undefined && ends.every((name) => tip.includes(name))) return page.mouse.click(x, y);
    }
  }
  throw new Error('the line is covered everywhere');
}
