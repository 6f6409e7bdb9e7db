// A real browser on a real server (or on an exported file) for the tests of the page; notes every error and request.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
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
  /** Does something before the page is opened, such as closing a road. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** Serves the graph and opens it; resolves when the picture is at rest. */
export async function openServed(browser: Browser, view: GraphView, options: OpenOptions = {}): Promise<Opened> {
  const server = await serveGraph(view, { port: 0 });
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
  { fragment = '', before, ...context }: OpenOptions,
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

/** The middle of the line between two entities of the picture, in pixels of the page. */
export function middleOf(page: Page, left: number, right: number): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([one, other]) => {
      const stage = document.querySelector('.stage') as HTMLElement & {
        scene: { position(place: number): { x: number; y: number } };
      };
      const [from, to] = [stage.scene.position(one ?? 0), stage.scene.position(other ?? 0)];
      const frame = stage.getBoundingClientRect();
      return { x: frame.left + (from.x + to.x) / 2, y: frame.top + (from.y + to.y) / 2 };
    },
    [left, right],
  );
}
