/** What is asked of kernts's cost, beside what it came to. */
import type { Cell, Spread } from '../scenario.js';
import { spreadOf } from '../spread.js';
import type { Setting } from './contenders.js';
import type { Race } from './race.js';
import { find, overPrograms, ratiosOf, worstOf } from './ratios.js';

type Who = readonly [name: string, setting?: Setting];

function ratiosBetween(race: Race, [name, setting]: Who, [baseName, baseSetting]: Who) {
  const programs = new Set(race.entries.map(({ program }) => program.name));
  return new Map(
    [...programs].map((program) => [
      program,
      ratiosOf(find(race, program, name, setting), find(race, program, baseName, baseSetting)),
    ]),
  );
}

export function checksOf(race: Race) {
  const off = ratiosBetween(race, ['kernts, off', 'all'], ['V8 precise coverage', 'all']);
  const autoToV8 = ratiosBetween(race, ['kernts, auto', 'all'], ['V8 precise coverage', 'all']);
  const auto = ratiosBetween(race, ['kernts, auto', 'all'], ['babel-plugin-istanbul', 'all']);
  const hot = ratiosBetween(race, ['kernts, auto', 'hot'], ['plain']);
  const none = ratiosBetween(race, ['kernts, auto', 'none'], ['plain']);
  const worst = worstOf(auto);
  const row = (asked: string, goal: number, reached: Spread): Cell[] => [
    asked,
    `≤ ${goal}`,
    reached,
    Number.isFinite(reached.median) ? (reached.median <= goal ? 'yes' : 'no') : 'not measured',
  ];
  const mean = (ratios: ReadonlyMap<string, readonly number[]>) => overPrograms([...ratios.values()]);
  return {
    columns: ['asked', 'goal', 'reached', 'held'],
    rows: [
      row('off, all, to V8 precise coverage, geometric mean', 0.9, mean(off)),
      row('auto, all, on acorn, to V8 precise coverage', 1, spreadOf(autoToV8.get('acorn') ?? [])),
      row('the same, 80 times', 1, spreadOf(autoToV8.get('acorn, 80 times') ?? [])),
      row('auto, all, to istanbul, geometric mean', 1, mean(auto)),
      row(`auto, all, to istanbul, worst program (${worst.program})`, 2, spreadOf(auto.get(worst.program) ?? [])),
      row('auto, hot, to plain, geometric mean', 1.5, mean(hot)),
      row('auto, hot, to plain, Julia', 20, spreadOf(hot.get('julia') ?? [])),
      row('functions that are not profiled, to plain, geometric mean', 1.03, mean(none)),
    ],
    notes: [],
  };
}
