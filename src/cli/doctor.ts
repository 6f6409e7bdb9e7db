// `stemma doctor`: what this machine has, what is missing, and what to do about it.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HAS_PAIR_GRAPHS, loadPairSession } from '../onnx/pair-session.ts';
import { loadTextSession } from '../onnx/text-session.ts';
import type { Command } from './command.ts';
import { JSON_OPTION } from './find-graph.ts';

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  /** What was found, or what to do. */
  readonly detail: string;
}

export const doctorCommand: Command = {
  options: [JSON_OPTION],
  async run(_parameters, options, terminal) {
    const findings = [
      checkNode(),
      await checkWeights(),
      checkPackage('@grafeo-db/js', 'stemma query'),
      checkStore(),
      checkViewer(),
    ];
    if (options.json === true) await terminal.out(`${JSON.stringify(findings)}\n`);
    else
      for (const { what, ok, detail } of findings)
        await terminal.out(`${ok ? 'ok     ' : 'MISSING'} ${what}: ${detail}\n`);
    return findings.every(({ ok }) => ok) ? 0 : 1;
  },
};

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { what: 'Node', ok, detail: ok ? process.version : `${process.version}; install Node 20.19 or later` };
}

async function checkWeights(): Promise<Finding> {
  try {
    await loadTextSession();
    if (HAS_PAIR_GRAPHS) await loadPairSession();
    const heads = HAS_PAIR_GRAPHS
      ? ' with the heads for coreference and relations'
      : '; coreference and relations are by rule';
    return { what: 'weights', ok: true, detail: `the encoder loads${heads}` };
  } catch (error) {
    return { what: 'weights', ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

function checkPackage(name: string, purpose: string): Finding {
  try {
    createRequire(import.meta.url)(name);
    return { what: name, ok: true, detail: `installed, for ${purpose}` };
  } catch {
    return { what: name, ok: false, detail: `needed for ${purpose}: npm install ${name}` };
  }
}

function checkStore(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 13)) return { what: 'SQLite', ok: true, detail: 'Node’s own' };
  return { ...checkPackage('@photostructure/sqlite', 'the graph file'), what: 'SQLite' };
}

function checkViewer(): Finding {
  const built = [
    new URL('../viewer/index.html', import.meta.url),
    new URL('../../dist/viewer/index.html', import.meta.url),
  ];
  const ok = built.some((place) => existsSync(place));
  return { what: 'viewer', ok, detail: ok ? 'built' : 'run `npm run build`' };
}
