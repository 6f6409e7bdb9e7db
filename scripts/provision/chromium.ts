// The real browser of the end-to-end tests: whatever Chromium is on PATH, else Debian's package.
import { KnownError } from '../../src/errors.ts';
import { findProgram, installPackages } from './command.ts';
import type { Tool } from './tool.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;
const HINT = 'Install Chromium or Chrome and put it on PATH (Debian: apt-get install chromium).';

/**
 * Absolute path of the browser.
 * @throws KnownError tool-missing
 */
export function findChromium(): string {
  const path = chromium.find();
  if (path !== null) return path;
  throw new KnownError('tool-missing', `provision: expected one of ${NAMES.join(', ')} on PATH, found none.`, HINT);
}

export const chromium: Tool = {
  name: 'Chromium',
  find: () => findProgram(...NAMES),
  install: () => installPackages(['chromium'], HINT),
};
