// Tables with named columns: each row with a text is a document of its own.
import { parse } from 'csv-parse/sync';
import type { Reader, ReadResult } from '../model/reader.ts';
import { decodeBytes } from './decode.ts';
import { oneFailure } from './make-document.ts';
import { toRunningText } from './named-fields.ts';
import { notText } from './not-text.ts';
import { NO_TEXT_HINT, readRecord, toResult } from './records.ts';

export const csvReader: Reader = {
  name: 'csv',
  mediaTypes: ['text/csv', 'text/tab-separated-values'],
  extensions: ['.csv', '.tsv'],
  read(file): ReadResult {
    const decoded = decodeBytes(file.bytes);
    if (decoded === null) return notText(file.source);
    const rows = parseRows(decoded.text);
    if (rows === null || rows.length === 0)
      return oneFailure(
        file.source,
        `read: expected a table with a line of column names in ${JSON.stringify(file.source)}, found none`,
        'Name the columns in the first line: text, and if known title, publisher, date.',
      );
    if (rows.every((row) => toRunningText(row) === null))
      return oneFailure(
        file.source,
        `read: expected a column with the text in ${JSON.stringify(file.source)}, found ${columnsOf(rows).join(', ')}`,
        NO_TEXT_HINT,
      );
    const encoder = new TextEncoder();
    return toResult(
      rows.map((row, index) => readRecord(`${file.source}/${index + 1}`, encoder.encode(JSON.stringify(row)), row)),
    );
  },
};

/** Names of the columns, as many as a message holds. */
function columnsOf(rows: readonly Record<string, string>[]): string[] {
  return Object.keys(rows[0] ?? {})
    .slice(0, 12)
    .map((name) => name.slice(0, 40));
}

/** Rows by the names of the first line; the separator is the one of comma, semicolon and tab that this line holds most of. */
function parseRows(text: string): Record<string, string>[] | null {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter =
    [',', ';', '\t'].sort((left, right) => head.split(right).length - head.split(left).length)[0] ?? ',';
  try {
    return parse(text, {
      columns: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch {
    return null; // csv-parse throws only for what the text holds; the caller turns it into a failure
  }
}
