import { parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { attempt, attemptLater, seededRandom, show } from './show.mjs';

const text = '\ufeffid,name,"full ""name"""\n1,ann,"Ann\nB."\n2,bob , x\n# comment\n\n3,"cy",\n4,a,b,c\n"5,open\n';
const options = [
  {},
  { columns: true },
  { columns: ['a', { name: 'b' }, false] },
  { columns: (header) => header.map((cell) => cell.toUpperCase()) },
  { bom: true, relax_column_count: true, columns: true, relax_quotes: true },
  { delimiter: [';', ','], trim: true, skip_empty_lines: true, relax_column_count: true, to: 3 },
  { comment: '#', skip_records_with_error: true, info: true },
  { cast: true, cast_date: true, from: 2, to_line: 3, relax_column_count: true },
  {
    cast: (value, { column, lines, quoting, header }) => `${value}|${String(column)}|${lines}|${quoting}|${header}`,
    to: 2,
  },
  { on_record: (record, { lines }) => (lines % 2 ? record : null), to_line: 4 },
  { quote: null, relax_column_count: true },
  { escape: '\\', to_line: 2 },
  { objname: 'id', columns: true, to: 1, bom: true },
  { group_columns_by_name: true, columns: ['x', 'x', 'y'], to: 2 },
  { ignore_last_delimiters: true, to_line: 2 },
  { raw: true, to: 2 },
  { max_record_size: 5 },
  { record_delimiter: '\n', ltrim: true, rtrim: true, to: 2 },
  { encoding: null, to: 1 },
  { skip_records_with_empty_values: true, to: 3 },
  { columns: 1 },
  { delimiter: '' },
  { from: -1 },
  { unknown: 1, to: 1 },
  { columns_duplicates_to_array: true, to: 1 },
  { comment_no_infix: true, comment: '#', to: 2 },
];
for (const option of options) {
  for (const input of [text, 'a,b\n1,2\n', 'x;y\r\n"1";2\r\n', ''])
    attempt(Object.keys(option).join(), () => parseSync(input, option));
}
const random = seededRandom(5);
const cell = () => {
  const raw = ['a', '"q"', 'l\nm', ',', '', 'é'][Math.floor(random() * 6)].repeat(Math.floor(random() * 4));
  return /[",\n]/.test(raw) ? `"${raw.replaceAll('"', '""')}"` : raw;
};
const large = Array.from({ length: 300 }, (_, row) => [row, cell(), cell(), cell()].join(',')).join('\n');
const parsed = parseSync(large);
show('large', [parsed.length, parsed.filter((_, row) => row % 29 === 0)]);
await attemptLater(
  'streamed',
  () =>
    new Promise((done, fail) => {
      const parser = parse({ columns: ['row', 'a', 'b', 'c'], info: true });
      const seen = [];
      parser
        .on('readable', () => {
          for (let record = parser.read(); record !== null; record = parser.read()) seen.push(record);
        })
        .on('error', fail)
        .on('end', () => done([seen.length, seen.at(-1)]));
      const bytes = Buffer.from(large);
      for (let at = 0; at < bytes.length; at += 7) parser.write(bytes.subarray(at, at + 7));
      parser.end();
    }),
);
await attemptLater(
  'callback',
  () => new Promise((done, fail) => parse('a,b\n1', (error, records) => (error ? fail(error) : done(records)))),
);
await attemptLater('iterated', async () => {
  const rows = [];
  for await (const row of parse('a;b\nc;d', { delimiter: ';' })) rows.push(row);
  return rows;
});
for (const encoding of ['utf16le', 'latin1', 'utf8'])
  attempt(encoding, () => parseSync(Buffer.from('é,b\n1,2', encoding), { encoding }));
