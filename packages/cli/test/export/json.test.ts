import { expect, it } from 'vitest';
import { json } from '../../src/report/export/json.js';
import { functionOf, lineOf, profileOf } from '../sample-profile.js';
import { exported } from './exported.js';
import { hostileNames, hostileProfile } from './hostile-profile.js';

const written = (profile = profileOf()) => JSON.parse(exported(json, profile));

it('has the numbers of the report, and the source around them', () => {
  const lines = [
    lineOf({ line: 5, hits: 2, timeNs: 60, selfNs: 20, awaitNs: 9, maxNs: 40, samples: 3, standardErrorNs: 1.5 }),
  ];
  const { functions, ...head } = written(profileOf({ functions: [functionOf({ totalNs: 80, lines })] }));
  expect(head).toEqual({
    format: 'kernts-report',
    version: 1,
    exporter: 'kernts 1.2.3',
    command: ['w.ts'],
    node: 'v20.20.2',
    startedAt: '2026-01-02T03:04:05.000Z',
    wallNs: 2e9,
    timing: { mode: 'exact', probeCostNs: 40, readings: 10 },
    files: [{ path: 'w.ts', sha256: 'aa' }],
  });
  expect(functions).toEqual([
    {
      name: 'slow',
      path: 'w.ts',
      file: 0,
      line: 3,
      calls: 1,
      totalNs: 80,
      perCallNs: 80,
      lines: [
        { line: 3, source: '// @profile' },
        { line: 4, source: 'function slow() {' },
        {
          line: 5,
          source: '  sleep(1.2);',
          hits: 2,
          timeNs: 60,
          selfNs: 20,
          perHitNs: 30,
          share: 0.75,
          awaitNs: 9,
          maxNs: 40,
          uncertainNs: 0,
          standardErrorNs: 1.5,
          awaitErrorNs: 0,
          isSampled: true,
        },
        { line: 6, source: '}' },
      ],
    },
  ]);
});

it('has hits alone where no times were taken', () => {
  const [fn] = written(profileOf({ timing: { mode: 'off', probeCostNs: 0, readings: 0 } })).functions;
  expect(fn).toMatchObject({ totalNs: null, perCallNs: null });
  expect(fn.lines[2]).toEqual({ line: 5, source: '  sleep(1.2);', hits: 1 });
});

it('gives names back', () => {
  expect(written(hostileProfile()).functions.map(({ name }: { name: string }) => name)).toEqual(hostileNames);
});

it('holds nothing that drives a terminal', () => {
  const text = exported(json, profileOf({ functions: [functionOf({ name: '\u001b[2J\u009b2J\u007f' })] }));
  expect(text).toContain('"name":"\\u001b[2J\\u009b2J\\u007f"');
});
