import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { exportCommand } from '../../src/cli/export.ts';
import { jsonlExporter } from '../../src/export/jsonl.ts';
import { exportText } from '../helpers/export-text.ts';
import { makeGraphFolder, runCommand } from '../helpers/run-command.ts';
import { sampleGraph, sampleView } from '../helpers/sample-graph.ts';

const folder = makeGraphFolder();
afterAll(() => folder.dispose());
const graph = folder.store(sampleGraph);

describe('stemma export', () => {
  it('writes to stdout, or to a file that is whole', async () => {
    const expected = await exportText(jsonlExporter, sampleView);
    expect((await runCommand(exportCommand, ['JSONL'], { graph })).out).toBe(expected);
    const output = folder.at('graph.jsonl');
    expect((await runCommand(exportCommand, ['jsonl'], { graph, output })).said).toContain(`Wrote ${output}.`);
    expect(readFileSync(output, 'utf8')).toBe(expected);
  });

  it('leaves what was there where it cannot write, and nothing half written', async () => {
    const output = folder.at('none/graph.jsonl');
    expect((await runCommand(exportCommand, ['jsonl'], { graph, output })).said).toMatch(/^write-failed: .* → /);
    writeFileSync(folder.at('kept.jsonl'), 'as it was');
    const missing = { graph: folder.at('missing'), output: folder.at('kept.jsonl') };
    expect((await runCommand(exportCommand, ['jsonl'], missing)).said).toMatch(/^graph-missing: /);
    expect(readFileSync(folder.at('kept.jsonl'), 'utf8')).toBe('as it was');
    expect(existsSync(output)).toBe(false);
    expect(readdirSync(folder.at('.')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('writes to stdout where the file is called -', async () => {
    const { out, said } = await runCommand(exportCommand, ['jsonl'], { graph, output: '-' });
    expect(out).toMatch(/^\{"kind":"stemma"/);
    expect([said, existsSync('-')]).toEqual(['', false]);
  });

  it('says that a folder is no file to write to', async () => {
    const { code, said } = await runCommand(exportCommand, ['jsonl'], { graph, output: folder.at('.') });
    expect([code, said]).toEqual([1, expect.stringMatching(/^write-failed: .*expected a file .*, found a folder/)]);
  });

  it('lists its formats with what each one loses, and refuses others', async () => {
    const { out } = await runCommand(exportCommand, [], { list: true });
    for (const name of ['graphml', 'jsonl', 'html']) expect(out).toMatch(new RegExp(`^${name} +\\S`, 'm'));
    expect(JSON.parse((await runCommand(exportCommand, [], { json: true })).out)[0]).toHaveProperty('mediaType');
    expect((await runCommand(exportCommand, ['origami'], { graph })).said).toMatch(/^unknown-format: .*html; found/);
  });
});
