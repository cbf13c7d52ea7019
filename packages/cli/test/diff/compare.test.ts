import type { Profile, ProfiledLine } from '@kernts/runtime';
import { describe, expect, it } from 'vitest';
import { compareProfiles } from '../../src/profile/diff/compare.js';
import { slowdowns } from '../../src/profile/diff/slowdowns.js';
import { fileOf, functionOf, lineOf, profileOf } from '../sample-profile.js';

const all = { functions: [], files: [] };

interface Piece {
  readonly name: string;
  readonly path?: string;
  readonly totalNs?: number;
  /** Line by line; those with a number take so long, in one hit. */
  readonly body: readonly (string | readonly [text: string, timeNs: number, more?: Partial<ProfiledLine>])[];
}

/** A profile in which each function has a file's lines one after the other. */
function profileWith(...pieces: readonly Piece[]): Profile {
  const texts = new Map<string, string[]>();
  const functions = pieces.map(({ name, path = 'a.ts', body, totalNs }) => {
    const source = texts.get(path) ?? [];
    texts.set(path, source);
    const first = source.length + 1;
    const lines = body.flatMap((piece, at) =>
      typeof piece === 'string' ? [] : [lineOf({ line: first + at, hits: 1, timeNs: piece[1], ...piece[2] })],
    );
    source.push(...body.map((piece) => (typeof piece === 'string' ? piece : piece[0])));
    const sum = lines.reduce((total, { timeNs }) => total + timeNs, 0);
    const place = { file: [...texts.keys()].indexOf(path), markLine: null, line: first, endLine: source.length };
    return functionOf({ name, ...place, totalNs: totalNs ?? sum, lines });
  });
  return profileOf({
    files: [...texts].map(([path, source]) => fileOf({ path, sha256: source.join(), source: source.join('\n') })),
    functions,
  });
}

function compared(before: Profile, after: Profile) {
  const comparison = compareProfiles(before, after, all);
  if (comparison === null) throw new Error('nothing in common');
  return comparison;
}

const step: Piece = {
  name: 'step',
  body: ['function step() {', ['one();', 10], ['two();', 20], ['three();', 30], '}'],
};

describe('functions are found again', () => {
  const names = (before: readonly Piece[], after: readonly Piece[]) => {
    const { functions, removed, added } = compared(profileWith(...before), profileWith(...after));
    return {
      pairs: functions.map((fn) => `${fn.before.path}:${fn.before.name} ${fn.after.path}:${fn.after.name}`),
      removed: removed.map(({ name }) => name),
      added: added.map(({ name }) => name),
    };
  };

  it('by file and name, whatever they hold now', () => {
    const other = { ...step, body: ['function step() {', 'quite();', 'different();', '}'] };
    expect(names([step], [other])).toEqual({ pairs: ['a.ts:step a.ts:step'], removed: [], added: [] });
  });

  it('in another file', () => {
    expect(names([step], [{ ...step, path: 'lib/b.ts' }]).pairs).toEqual(['a.ts:step lib/b.ts:step']);
  });

  it('under another name', () => {
    const renamed = { ...step, name: 'advance', body: ['function advance() {', ...step.body.slice(1)] };
    expect(names([step], [renamed]).pairs).toEqual(['a.ts:step a.ts:advance']);
  });

  it('by their text where several have one name', () => {
    const [left, right] = [
      { ...step, name: '<anonymous>' },
      { name: '<anonymous>', body: [['other();', 5], 'more();'] } as const,
    ];
    const { functions } = compared(profileWith(left, right), profileWith(right, left));
    expect(functions.map(({ before, after }) => [before.rows[0]?.text, after.rows[0]?.text])).toEqual([
      ['function step() {', 'function step() {'],
      ['other();', 'other();'],
    ]);
  });

  it('and not where nothing is alike', () => {
    const other = { name: 'other', body: ['const x = 1;', ['return x;', 1], 'done();'] } as const;
    expect(names([step, other], [step])).toEqual({ pairs: ['a.ts:step a.ts:step'], removed: ['other'], added: [] });
    expect(compareProfiles(profileWith(step), profileWith(other), all)).toBeNull();
  });

  it('of all that a filter leaves', () => {
    const other = { ...step, name: 'other' };
    const profile = profileWith(step, other);
    const comparison = compareProfiles(profile, profile, { functions: ['oth*'], files: [] });
    expect(comparison?.functions.map(({ after }) => after.name)).toEqual(['other']);
  });
});

describe('lines are found again', () => {
  const kinds = (before: Piece['body'], after: Piece['body']) => {
    const [fn] = compared(profileWith({ name: 'f', body: before }), profileWith({ name: 'f', body: after })).functions;
    return fn?.lines.map((line) => [
      line.kind,
      line.kind === 'added' ? null : line.before.line,
      line.kind === 'removed' ? null : line.after.line,
    ]);
  };

  it('behind what was put in or taken out, indented another way', () => {
    expect(kinds(['a();', 'old();', 'b();'], ['fresh(1, 2);', '  a();', '  b();'])).toEqual([
      ['added', null, 1],
      ['same', 1, 2],
      ['removed', 2, null],
      ['same', 3, 3],
    ]);
  });

  it('moved', () => {
    expect(kinds(['a();', 'b();', 'c();', 'd();'], ['d();', 'a();', 'b();', 'c();'])).toEqual([
      ['moved', 4, 1],
      ['same', 1, 2],
      ['same', 2, 3],
      ['same', 3, 4],
    ]);
  });

  it('edited', () => {
    expect(
      kinds(['let i = xs.indexOf(x);', 'if (i === -1) {'], ['let i = xs.get(x);', 'if (i === undefined) {']),
    ).toEqual([
      ['edited', 1, 1],
      ['edited', 2, 2],
    ]);
  });

  it('but closing braces are not taken for moved ones', () => {
    expect(kinds(['a();', '}', 'zz();'], ['yy(1);', 'a();', 'zz();', '}'])).toEqual([
      ['added', null, 1],
      ['same', 1, 2],
      ['removed', 2, null],
      ['same', 3, 3],
      ['added', null, 4],
    ]);
  });

  it('of large functions that have nothing in common', () => {
    const many = (name: string) => Array.from({ length: 5000 }, (_, at) => `${name}${at}();`);
    expect(kinds([...many('x'), 'same();'], ['same();', ...many('y')])?.filter(([kind]) => kind === 'moved')).toEqual([
      ['moved', 5001, 1],
    ]);
  });
});

describe('what changed', () => {
  const sampled = (timeNs: number, standardErrorNs: number): Piece => ({
    name: 'f',
    body: [['work();', timeNs, { samples: 9, standardErrorNs }]],
  });
  const first = (before: Piece, after: Piece) => compared(profileWith(before), profileWith(after)).functions[0]?.time;

  it('is the difference, and a part of the time before', () => {
    expect(first(step, { ...step, totalNs: 30 })).toMatchObject({
      beforeNs: 60,
      afterNs: 30,
      changeNs: -30,
      share: -0.5,
      isNoise: false,
    });
    expect(first({ ...step, totalNs: 0 }, step)?.share).toBeNull();
  });

  it('is noise within two standard errors', () => {
    expect(first(sampled(100, 3), sampled(109, 4))).toMatchObject({ noiseNs: 10, isNoise: true });
    expect(first(sampled(100, 3), sampled(111, 4))?.isNoise).toBe(false);
  });

  it('is noise within what exceptions hid', () => {
    const hidden: Piece = { name: 'f', body: [['work();', 100, { uncertainNs: 50 }]] };
    expect(first(hidden, { name: 'f', body: [['work();', 140]] })).toMatchObject({ noiseNs: 50, isNoise: true });
  });

  it('may be the probes of hits that came', () => {
    const timing = { mode: 'auto', probeCostNs: 40, readings: 9, samples: 9, sampledProbeCostNs: 5 } as const;
    const of = (hits: number, timeNs: number) => ({
      ...profileWith({ name: 'f', body: [['work();', timeNs, { hits, samples: 9, standardErrorNs: 0 }]] }),
      timing,
    });
    expect(compared(of(10, 1000), of(20, 1050)).total).toMatchObject({ noiseNs: 50, isNoise: true });
  });

  it('comes with the largest change first, and what both have in total', () => {
    const small = { ...step, name: 'small' };
    const gone = { name: 'gone', body: [['bye();', 1000]] } as const;
    const { functions, total } = compared(
      profileWith(small, step, gone),
      profileWith({ ...small, totalNs: 61 }, { ...step, totalNs: 90 }),
    );
    expect(functions.map(({ after }) => after.name)).toEqual(['step', 'small']);
    expect([total.beforeNs, total.afterNs]).toEqual([120, 151]);
  });
});

describe('the total of functions that call one another', () => {
  /** A line that took so long, and so long of it by itself. */
  const line = (text: string, timeNs: number, selfNs: number, more?: Partial<ProfiledLine>) =>
    [text, timeNs, { selfNs, ...more }] as const;
  const outer = (timeNs: number): Piece => ({
    name: 'outer',
    body: ['function outer() {', line('setUp();', 10, 10), line('inner();', timeNs - 10, 0), '}'],
  });
  const inner = (timeNs: number): Piece => ({
    name: 'inner',
    body: ['function inner() {', line('work();', timeNs, timeNs), '}'],
  });

  it('is that of the program', () => {
    const { total, totalOf } = compared(profileWith(outer(100), inner(90)), profileWith(outer(60), inner(50)));
    expect(total).toMatchObject({ beforeNs: 100, afterNs: 60, share: -0.4 });
    expect(totalOf).toBe('own-times');
  });

  it('stays where a function was divided into two', () => {
    const whole: Piece = { ...outer(100), body: ['function outer() {', line('setUp(); work();', 100, 100), '}'] };
    const { total, added } = compared(profileWith(whole), profileWith(outer(100), inner(90)));
    expect(added.map(({ name }) => name)).toEqual(['inner']);
    expect([total.beforeNs, total.afterNs]).toEqual([100, 100]);
  });

  it('has the error of the samples once, however deep the calls', () => {
    const sampled = (pieces: readonly Piece[]) =>
      profileWith(
        ...pieces.map(({ name, body }) => ({
          name,
          body: body.map((piece) => (typeof piece === 'string' ? piece : withError(piece[0], piece[1], piece[2]))),
        })),
      );
    const withError = (text: string, timeNs: number, more?: Partial<ProfiledLine>) =>
      [text, timeNs, { ...more, samples: 9, standardErrorNs: 3 }] as const;
    const through = (name: string): Piece => ({ name, body: [`function ${name}() {`, line('next();', 90, 0), '}'] });
    const { total } = compared(sampled([through('a'), through('b'), inner(90)]), profileWith(inner(90)));
    expect(total).toMatchObject({ beforeNs: 90, noiseNs: 6 });
  });

  it('adds up what both have, with what they call, where one profile does not know own times', () => {
    const old: Piece = { name: 'inner', body: ['function inner() {', ['work();', 90], '}'] };
    const gone: Piece = { name: 'gone', body: [line('bye();', 1000, 1000)] };
    const { total, totalOf } = compared(profileWith(outer(100), old, gone), profileWith(outer(60), inner(50)));
    expect(total).toMatchObject({ beforeNs: 190, afterNs: 110 });
    expect(totalOf).toBe('inclusive-times');
  });

  it('knows that lines without time have none of their own', () => {
    const idle: Piece = { name: 'idle', body: [['wait();', 0]] };
    const { total } = compared(profileWith(outer(100), inner(90), idle), profileWith(outer(100), inner(90), idle));
    expect(total.beforeNs).toBe(100);
  });
});

describe('what got too slow', () => {
  const slow = (before: readonly Piece[], after: readonly Piece[], limit: number) =>
    slowdowns(compared(profileWith(...before), profileWith(...after)), limit);
  const of = (name: string, totalNs: number): Piece => ({ name, totalNs, body: [[`${name}();`, totalNs]] });

  it('is the total, or a function', () => {
    expect(slow([of('f', 100)], [of('f', 111)], 0.1)).toEqual([
      { name: null, share: 0.11 },
      { name: 'f', share: 0.11 },
    ]);
    expect(slow([of('f', 100)], [of('f', 110)], 0.1)).toEqual([]);
    expect(slow([of('f', 100), of('g', 100)], [of('f', 150), of('g', 50)], 0.1)).toEqual([{ name: 'f', share: 0.5 }]);
  });

  it('is no function that became two', () => {
    const own = (name: string, timeNs: number, selfNs: number): Piece => ({
      name,
      body: [[`${name}();`, timeNs, { selfNs }]],
    });
    expect(slow([own('f', 100, 100)], [own('f', 100, 10), own('g', 90, 90)], 0.1)).toEqual([]);
  });

  it('is nothing that noise may have done', () => {
    const sampled = (timeNs: number): Piece => ({
      name: 'f',
      body: [['f();', timeNs, { samples: 9, standardErrorNs: 20 }]],
    });
    expect(slow([sampled(100)], [sampled(150)], 0.1)).toEqual([]);
    expect(slow([sampled(100)], [sampled(170)], 0.1)).toHaveLength(2);
  });

  it('is nothing that matters to nobody', () => {
    expect(slow([of('f', 1000), of('g', 1)], [of('f', 1000), of('g', 9)], 0.1)).toEqual([]);
    expect(slow([of('f', 1000), of('g', 0)], [of('f', 1000), of('g', 50)], 0.1)).toEqual([{ name: 'g', share: null }]);
  });
});
