import { expect, it } from 'vitest';
import { markdown } from '../../src/report/export/markdown.js';
import { fileOf, functionOf, lineOf, profileOf, profileOfLines } from '../sample-profile.js';
import { exported } from './exported.js';
import { hostilePath, hostileProfile } from './hostile-profile.js';

it('shows the hottest lines with those around them', () => {
  expect(exported(markdown, profileOf())).toBe(`# Line profile of \`w.ts\`

2.00 s on Node \`v20.20.2\`, \`2026-01-02T03:04:05.000Z\`. Timed by the clock. A line's time contains what it calls.

Marked \`>\`: the hottest lines by time, 1 of 1 that ran.

## \`slow\` at \`w.ts:3\`

1 call, 1.20 s

\`\`\`text
  Line #      Hits         Time  Per Hit   % Time  Source
       3                                           // @profile
       4                                           function slow() {
>      5         1       1.20 s   1.20 s     99.9    sleep(1.2);
       6                                           }
\`\`\`
`);
});

it('leaves out what lies between', () => {
  const source = Array.from({ length: 40 }, (_, at) => `step(${at + 1});`);
  const lines = source.map((_, at) => lineOf({ line: at + 1, hits: 1, timeNs: at % 20 === 5 ? 100 + at : 1 }));
  const text = exported(markdown, profileOfLines(source, lines, 1000));
  expect(text).toContain('the hottest lines by time, 10 of 40 that ran.');
  expect(text.match(/^ {2}…$/gm)).toHaveLength(1);
  expect(text.match(/^> +(\d+)/gm)?.map((row) => Number(row.slice(1)))).toEqual(expect.arrayContaining([6, 26]));
});

it('takes lines by their own time where it is known, and shows it', () => {
  const lines = [
    lineOf({ line: 1, hits: 1, timeNs: 100, selfNs: 0 }),
    lineOf({ line: 9, hits: 1, timeNs: 90, selfNs: 90 }),
  ];
  const text = exported(
    markdown,
    profileOfLines(
      Array.from({ length: 9 }, () => 'call();'),
      lines,
      100,
    ),
  );
  expect(text).toContain('the hottest lines by own time, 1 of 2 that ran.');
  expect(text).toMatch(/^ +Line # +Hits +Time +Self +Per Hit +% Time {2}Source$/m);
  expect(text.match(/^> +\d+/gm)).toEqual(['>      9']);
});

it('marks by hits where no times were taken', () => {
  const text = exported(markdown, profileOf({ timing: { mode: 'off', probeCostNs: 0, readings: 0 } }));
  expect(text).toContain('Only hits were counted, no times.');
  expect(text).toContain('Marked `>`: the hottest lines by hits, 1 of 1 that ran.');
  expect(text).toContain('\n  Line #      Hits  Source\n');
});

it('marks by hits where all lines are too short for any time', () => {
  const text = exported(markdown, profileOfLines(['a();', 'b();'], [lineOf({ line: 1, hits: 3 })], 0));
  expect(text).toContain('the hottest lines by hits, 1 of 1 that ran.');
  expect(text).toMatch(/^> +1 +3 +0 ns /m);
});

it('says so when nothing ran', () => {
  expect(exported(markdown, profileOf({ functions: [] }))).toMatch(/\nNo line ran\.\n$/);
});

it('lets nothing out of its code', () => {
  const source = ['```', '</pre><script>', '`````', '# heading', '| a | b |'];
  const lines = source.map((_, at) => lineOf({ line: at + 1, hits: 1, timeNs: 1 }));
  const text = exported(markdown, profileOfLines(source, lines, 5));
  expect(text.match(/^`{3,}.*$/gm)).toEqual(['``````text', '``````']);
});

it('keeps headings on one line, and names within them code', () => {
  const file = fileOf({ path: hostilePath, source: null });
  const fn = functionOf({ name: 'a`b``\n# c', lines: [lineOf({ line: 5, hits: 1, timeNs: 1 })] });
  const text = exported(markdown, profileOf({ files: [file], functions: [fn] }));
  expect(text).toContain('\n## ```a`b``␊# c``` at ``odd dir/a;b#(2) =x`"<b>.ts:3``\n');
  expect(text.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(2);
  expect(
    exported(markdown, hostileProfile())
      .split('\n')
      .filter((line) => line.startsWith('## ')),
  ).toHaveLength(10);
});
