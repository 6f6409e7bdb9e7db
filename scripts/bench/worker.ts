// One measured process: loads one contender, reads the texts given on standard input as JSON, prints one JSON line.
import { readFileSync } from 'node:fs';
import { countWords } from '../../src/model/document.ts';
import { CONTENDERS } from './contenders.ts';

/** What one process measured. */
export interface Measurement {
  readonly contender: string;
  readonly documents: number;
  readonly words: number;
  /** Names found, so that nobody measures an empty loop. */
  readonly names: number;
  /** From the start of loading to the end of the first short sentence. */
  readonly startMilliseconds: number;
  readonly seconds: number;
  /** Seconds of processor time, all threads. */
  readonly processorSeconds: number;
  /** The same for a text among the first, in milliseconds: those pay for compiling. Not known of CoreNLP. */
  readonly firstMilliseconds?: number;
  readonly megabytes: number;
}

/** Texts read before the clock starts, for each thread: so many it takes until what they run is compiled. */
const WARM_UP = 15;

const [name = '', threads = '1'] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(0, 'utf8')) as readonly string[];
process.stdout.write(`${JSON.stringify(await measure(name, texts, Number(threads)))}\n`);
process.exit(); // threads of a contender may still wait for texts

async function measure(wanted: string, texts: readonly string[], threads: number): Promise<Measurement> {
  const contender = CONTENDERS.find((each) => each.name === wanted);
  if (contender === undefined) throw new Error(`No contender is called ${wanted}.`);
  const started = performance.now();
  const read = await contender.load(threads);
  await read(['Ada Quill met the Harbour Board in Bergen.']);
  const startMilliseconds = performance.now() - started;
  const first = texts.slice(-WARM_UP * threads);
  const cold = process.cpuUsage();
  await read(first);
  const firstMilliseconds = millisecondsSince(cold) / first.length;
  const [begin, before] = [performance.now(), process.cpuUsage()];
  const names = await read(texts);
  const processorSeconds = millisecondsSince(before) / 1_000;
  return {
    contender: wanted,
    documents: texts.length,
    words: texts.reduce((sum, text) => sum + countWords(text), 0),
    names,
    startMilliseconds,
    seconds: (performance.now() - begin) / 1_000,
    processorSeconds,
    firstMilliseconds,
    megabytes: process.resourceUsage().maxRSS / 1_024,
  };
}

/** Of processor time, all threads. */
function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
