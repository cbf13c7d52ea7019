import { createHash } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { reportFrom } from '../../src/profile/rows.js';
import { everything } from '../../src/profile/selection.js';
import { htmlReport } from '../../src/report/html/html.js';
import { jsonInHtml } from '../../src/report/html/json-in-html.js';
import type { PageData } from '../../src/report/html/page-data.js';
import { profilePage } from '../../src/report/html/profile-page.js';
import { fileOf, functionOf, lineOf, profileOf } from '../sample-profile.js';

const code = { script: 'show("</>")', style: 'a{color:red}' };

function pageOf(profile = profileOf()): PageData {
  return profilePage(reportFrom(profile, everything), profile);
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

describe('the document', () => {
  const hostile = '</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>\u2028\0';
  const document = htmlReport(
    pageOf(
      profileOf({
        command: [hostile],
        files: [fileOf({ path: hostile, source: `\n\n\n${hostile}` })],
        functions: [functionOf({ name: hostile })],
      }),
    ),
    code,
  );

  it('allows its own script and style, and nothing else', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(document)?.[1]?.split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src '${hash(code.script)}'`);
    expect(policy).toContain(`style-src '${hash(code.style)}'`);
    expect(policy?.filter((rule) => /unsafe|https?:|\*/.test(rule))).toEqual([]);
  });

  it('names no address', () => {
    expect(document.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
  });

  it('has no markup but its own, whatever the profile says', () => {
    expect(document.match(/<script/g)).toHaveLength(2);
    expect(document.match(/<\/script/g)).toHaveLength(2);
    expect(document).not.toMatch(/<img|<!--|\u2028|\0/);
  });

  it('has what the profile says, whole', () => {
    const [, json = ''] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(document) ?? [];
    expect((JSON.parse(json) as PageData).title).toBe(hostile);
  });
});

test.each<[string, unknown]>([
  ['markup', '</script><!--'],
  ['line ends of scripts', '\u2028\u2029'],
  ['half a character', '\ud800'],
  ['dollar signs, which replacing reads', '$& $1 $$'],
])('JSON in HTML keeps %s', (_, value) => {
  expect(jsonInHtml(value)).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(jsonInHtml(value))).toBe(value);
});

describe('the head', () => {
  const factsOf = (profile = profileOf()) => pageOf(profile).facts.map(({ label, text }) => `${label}: ${text}`);

  it('says what ran, when and for how long', () => {
    expect(pageOf(profileOf({ command: ['w.ts', '--port', '80'] })).title).toBe('w.ts --port 80');
    expect(factsOf()).toEqual(['Timing: exact', 'Ran: 2.00 s', 'Started: 2026-01-02T03:04:05.000Z', 'Node: v20.20.2']);
  });

  it('says how automatic timing timed', () => {
    const timing = { mode: 'auto', probeCostNs: 40, readings: 10, samples: 1204, sampledProbeCostNs: 2 } as const;
    const lines = [
      lineOf({ line: 4, hits: 1, timeNs: 1 }),
      lineOf({ line: 5, hits: 9, timeNs: 9, samples: 3, standardErrorNs: 1 }),
    ];
    const [first] = factsOf(profileOf({ timing, functions: [functionOf({ lines })] }));
    expect(first).toBe('Timing: auto (1 lines by clock, 1 by sampling, 1,204 samples)');
  });

  it('says that there are no times', () => {
    const profile = profileOf({ timing: { mode: 'off', probeCostNs: 0, readings: 0 } });
    expect(factsOf(profile)[0]).toBe('Timing: off (hits only)');
    expect(pageOf(profile).timed).toBe(false);
  });
});
