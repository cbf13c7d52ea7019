/**
 * Every fixture is woven in all timing modes and must keep these promises: the source comes back when the insertions
 * are taken out, lines stay where they are, the program does what it did, and each line has the hits of `lines.txt`.
 * `pnpm test:update` rewrites `output.*` and `lines.txt`; read the difference before you keep it.
 */

import { join } from 'node:path';
import { takeOut } from '@kernts/transformer';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Timing } from './support/assignment.js';
import { type Fixture, fixtures, weaveFixture, wovenName } from './support/fixture.js';
import { inTwos } from './support/in-twos.js';
import { lineHitsText } from './support/line-hits.js';
import { type Outcome, type Program, runAlone, runTogether } from './support/run-programs.js';
import { withInlineMap } from './support/with-inline-map.js';

const TIMINGS = ['auto', 'exact', 'off'] as const;
const LINE_END = /[\n\r\u2028\u2029]/;

const outcomes: Record<Timing, Map<string, Outcome | Error>> = {
  none: new Map(),
  auto: new Map(),
  exact: new Map(),
  off: new Map(),
};

function programOf(fixture: Fixture, timing: Timing): Program {
  const { name, file, plain } = fixture;
  const woven = timing === 'none' ? null : withInlineMap(weaveFixture(fixture, timing), file);
  return { name, file, source: plain, woven };
}

function outcomeOf({ name }: Fixture, timing: Timing): Outcome {
  const outcome = outcomes[timing].get(name);
  if (outcome === undefined) throw new Error(`${name} was not run`);
  if (outcome instanceof Error) throw outcome;
  return outcome;
}

function behaviour({ stdout, stderr, exitCode }: Outcome) {
  return { stdout, stderr, exitCode };
}

function hitsOf(fixture: Fixture, timing: (typeof TIMINGS)[number]): string {
  const { profile } = outcomeOf(fixture, timing);
  const file = profile?.files.findIndex(({ path }) => path === wovenName(fixture));
  return lineHitsText(fixture.source, profile?.functions.filter((fn) => fn.file === file) ?? []);
}

/** Fixtures of one syntax share a process, but for those that end it. */
function groups(): Fixture[][] {
  const syntaxes = [...new Set(fixtures.map(({ syntax }) => syntax))];
  return syntaxes.flatMap((syntax) => {
    const group = fixtures.filter((fixture) => fixture.syntax === syntax);
    return syntax === 'process' ? group.map((fixture) => [fixture]) : [group];
  });
}

async function run(group: readonly Fixture[], timing: Timing): Promise<void> {
  try {
    const programs = group.map((fixture) => programOf(fixture, timing));
    const [first] = programs;
    if (group[0]?.syntax === 'process' && first !== undefined) {
      outcomes[timing].set(first.name, await runAlone(first, timing));
    } else {
      for (const [name, outcome] of await runTogether(programs, timing)) outcomes[timing].set(name, outcome);
    }
  } catch (error) {
    for (const { name } of group) outcomes[timing].set(name, error as Error);
  }
}

beforeAll(async () => {
  await inTwos(groups().flatMap((group) => (['none', ...TIMINGS] as const).map((timing) => () => run(group, timing))));
});

describe.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
  it.each(TIMINGS)('gives the source back, line by line, when the insertions are taken out (%s)', (timing) => {
    const { code, insertions, woven } = weaveFixture(fixture, timing);
    expect(woven).toBe(true);
    expect(takeOut(code, insertions)).toBe(fixture.source);
    expect(insertions.at(-1)?.offset).toBe(fixture.source.length);
    for (const { text } of insertions.slice(0, -1)) expect(text).not.toMatch(LINE_END);
  });

  it('is woven as the golden shows', async () => {
    const { code } = weaveFixture(fixture, 'exact');
    await expect(code).toMatchFileSnapshot(join(fixture.folder, `output.${fixture.extension}`));
  });

  it('says something when it runs plain', () => {
    const { stdout, stderr } = outcomeOf(fixture, 'none');
    expect(stdout + stderr).not.toBe('');
    expect(stderr).not.toContain('not caught:');
  });

  it.each(TIMINGS)('behaves as the plain program (%s)', (timing) => {
    expect(behaviour(outcomeOf(fixture, timing))).toEqual(behaviour(outcomeOf(fixture, 'none')));
  });

  it.each(TIMINGS)('counts the hits of lines.txt (%s)', async (timing) => {
    await expect(hitsOf(fixture, timing)).toMatchFileSnapshot(join(fixture.folder, 'lines.txt'));
  });
});
