/** `kernts html` and `--html` as a user types them. */
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '@kernts/runtime';
import { afterEach, describe, expect, test } from 'vitest';
import { makeProject, type Project } from '../support/project.js';
import { COMMAND, type Ended, runNode } from '../support/run-kernts.js';
import { fasterOrders, fileWith, functionWith, lineWith, orders, profileWith } from './profiles.js';

let project: Project;
afterEach(() => project.remove());

function kernts(files: Readonly<Record<string, string | Profile>>, args: readonly string[], env = {}): Promise<Ended> {
  const text = (content: string | Profile) => (typeof content === 'string' ? content : JSON.stringify(content));
  project = makeProject(Object.fromEntries(Object.entries(files).map(([path, content]) => [path, text(content)])));
  return runNode([COMMAND, ...args], { cwd: project.folder, env });
}

const pageAt = (path: string) => readFileSync(join(project.folder, path), 'utf8');

describe('kernts html', () => {
  test.each<[string, readonly string[], string]>([
    ['beside the profile', ['runs/a.ts.lprof'], 'runs/a.ts.html'],
    ['where it is told', ['-o', 'x.html', 'runs/a.ts.lprof'], 'x.html'],
    ['of two, beside the second', ['b.lprof', 'runs/a.ts.lprof'], 'runs/a.ts.diff.html'],
  ])('writes %s, and says so', async (_, args, path) => {
    const files = { 'runs/a.ts.lprof': fasterOrders, 'b.lprof': orders };
    expect(await kernts(files, ['html', ...args])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: `Wrote a report for the browser to ${path}\n`,
    });
    expect(pageAt(path)).toMatch(/^<!doctype html>.*<\/html>\n$/s);
  });

  test('writes to stdout for -', async () => {
    const { stdout, stderr } = await kernts({ 'a.lprof': orders }, ['html', '-o', '-', 'a.lprof']);
    expect(stdout).toMatch(/^<!doctype html>.*<\/html>\n$/s);
    expect(stderr).toBe('');
    expect(readdirSync(project.folder)).toEqual(['a.lprof']);
  });

  const other = profileWith([fileWith('x.ts', 'f()')], [functionWith('other', 1, 1, [lineWith(1, 1, 1)])]);
  test.each<[string, readonly string[], RegExp]>([
    ['a truncated profile', ['cut.lprof'], /^kernts: cut\.lprof .*\n$/],
    ['profiles without a common function', ['a.lprof', 'other.lprof'], /^kernts: .*a\.lprof.*other\.lprof.*\n$/],
    ['its own input', ['-o', 'a.lprof', 'a.lprof'], /^kernts: a\.lprof is one of the profiles to read; .*\n$/],
    ['a function that is not there', ['--function', 'x', 'a.lprof'], /^kernts: .*\n$/],
    ['a folder that is not there', ['-o', 'no/x.html', 'a.lprof'], /^kernts: .*no\/x\.html.*\n$/],
  ])('refuses %s with one sentence, and writes nothing', async (_, args, sentence) => {
    const files = { 'a.lprof': orders, 'other.lprof': other, 'cut.lprof': '{"format": "kernts-lprof", ' };
    const ended = await kernts(files, ['html', ...args]);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(sentence);
    expect(readdirSync(project.folder).sort()).toEqual(Object.keys(files).sort());
    expect(JSON.parse(pageAt('a.lprof'))).toEqual(orders);
  });

  test.skipIf(process.platform !== 'linux')('opens it with the program for such files', async () => {
    project = makeProject({
      "it's $(touch x).lprof": JSON.stringify(orders),
      'xdg-open': '#!/bin/sh\necho "$1" > opened\n',
    });
    chmodSync(join(project.folder, 'xdg-open'), 0o755);
    const env = { PATH: `${project.folder}:${process.env['PATH']}` };
    const ended = await runNode([COMMAND, 'html', '--open', "it's $(touch x).lprof"], { cwd: project.folder, env });
    expect(ended).toMatchObject({ code: 0 });
    expect(pageAt('opened')).toBe(`${join(project.folder, "it's $(touch x).html")}\n`);
    expect(existsSync(join(project.folder, 'x'))).toBe(false);
  });

  test.skipIf(process.platform !== 'linux')('says that nothing opens it, and keeps it', async () => {
    project = makeProject({ 'a.lprof': JSON.stringify(orders) });
    const ended = await runNode([COMMAND, 'html', '--open', 'a.lprof'], {
      cwd: project.folder,
      env: { PATH: project.folder },
    });
    expect(ended.stderr).toBe(
      'Wrote a report for the browser to a.html\nkernts: a.html could not be opened (xdg-open: there is no such file or directory); open it in a browser yourself.\n',
    );
    expect(ended.code).toBe(0);
  });
});

const script = '// @profile\nfunction twice(n: number) {\n  return n + n;\n}\nconsole.log(twice(1));\n';

describe('--html', () => {
  test('writes a page beside the profile of a run', async () => {
    const ended = await kernts({ 's.ts': script }, ['-l', '--html', 's.ts']);
    expect(ended).toMatchObject({ code: 0, stdout: '2\n' });
    expect(ended.stderr).toContain('Wrote a report for the browser to s.ts.html\n');
    expect(pageAt('s.ts.html')).toContain('"name":"twice"');
  });

  test('where the profile goes to a device, the page lies where the profile would', async () => {
    expect(await kernts({ 's.ts': script }, ['-l', '-q', '--html', '-o', '/dev/null', 's.ts'])).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(readdirSync(project.folder).sort()).toEqual(['s.ts', 's.ts.html']);
  });

  test('does not begin where the page cannot be written', async () => {
    project = makeProject({ 's.ts': script, 's.ts.html/in-the-way': '' });
    const ended = await runNode([COMMAND, '-l', '--html', 's.ts'], { cwd: project.folder });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/^kernts: .*s\.ts\.html.*directory.*\n$/);
  });
});

test('a profile without functions makes a page', async () => {
  expect(await kernts({ 'a.lprof': profileWith([], []) }, ['html', 'a.lprof'])).toMatchObject({ code: 0 });
  expect(pageAt('a.html')).toContain('"listings":[]');
});
