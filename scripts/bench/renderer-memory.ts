// How much memory the process of a page holds (Linux: VmRSS of the renderer that runs it).
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Megabytes (10^6) of the largest renderer process of the page's browser; JS heap alone where /proc is not there. */
export async function rendererMemory(page: Page): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) return Number.NaN;
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentBytes(id));
    return Math.round(Math.max(...sizes) / 1e6);
  } finally {
    await session.detach();
  }
}

function residentBytes(pid: number): number {
  const kibibytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kibibytes ?? Number.NaN) * 1024;
}
