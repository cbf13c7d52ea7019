/** JavaScript and TypeScript with most of the syntax that there is, for the libraries that parse. */

export const javaScript = `'use strict';
import fs, { readFile as read, writeFile } from 'node:fs';
import * as path from 'node:path';
export * from './other.js';
export * as others from './others.js';
export default class Shape extends Base {
  static #count = 0;
  static { Shape.#count = 1; }
  #name = 'shape';
  size = 3;
  get name() { return this.#name; }
  set name(value) { this.#name = value ?? 'none'; }
  static async *walk({ depth = 1, ...rest }, [first, , third = 3, ...others] = []) {
    for await (const node of rest.nodes) yield* node.children;
    yield await first?.[third]?.(...others);
  }
  has(other) { return #name in other && super.has(other); }
}
export const sum = (...numbers) => numbers.reduce((a, b) => a + b, 0);
export function* count(to) { for (let i = 0; i < to; i++) { if (i % 2) continue; yield i ** 2; } }
outer: for (const key in { a: 1, ['b' + 1]: 2, 'c-d': 3, 4n: 4 }) {
  switch (key) {
    case 'a': break outer;
    case 'b1': { let x = 1; x ||= 2; x &&= 3; x ??= 4; x >>>= 1; break; }
    default: do { var y = y ? y - 1 : 3; } while (y > 0);
  }
}
try { throw new TypeError(\`no \${1 + 1} of \${'x'.repeat(2)}\`); } catch { delete globalThis.x; } finally { void 0; }
const pattern = /(?<year>\\d{4})-[\\w.$]+(?=x)/giu, big = 123_456n, hex = 0xff, float = .5e-3, tagged = String.raw\`a\\n\${big}\`;
if (typeof pattern === 'object' && !(big instanceof Object)) { label: { break label; } } else if (hex) ; else { debugger; }
const object = { __proto__: null, async method() { await import('./lazy.js', { with: { type: 'json' } }); }, get 'quoted key'() { return new.target; }, *[Symbol.iterator]() {}, sum, async: 1, get: 2 };
var { a, b: { c = 1 } = {}, ...more } = object, [d, [e]] = [1, [2]];
(async () => { while (await read?.(\`x\`)) { [a, d] = [d, a]; ({ a, ...more } = object); } })();
console.log(a ? b ? 1 : 2 : 3, (a, d), -a ** 2 === undefined, a-- - --d, +-+a, !(~a), a in object);
`.replace('-a ** 2', '(-a) ** 2');

export const typeScript = `import type { Reader } from './reader';
import { type Writer, write } from './writer';
enum Colour { Red = 1, Green = Red << 1, Blue = 'blue'.length }
const enum Flag { None, All = ~None }
declare module 'somewhere' { export function there(x: number): asserts x is 1; }
namespace Deep.Inner { export const value = 1; export type T = typeof value; }
interface Box<in out T extends object = {}> extends Reader { readonly [key: string]: T | undefined; new (x: T): Box<T>; (y?: T): void; get size(): number }
type Mapped<T> = { -readonly [K in keyof T as \`get\${Capitalize<K & string>}\`]+?: () => T[K] };
type Conditional<T> = T extends (infer U extends string)[] ? U : T extends readonly [first: unknown, ...rest: infer R] ? R : never;
abstract class Store<T extends Box<any>> implements Writer {
  private static readonly instances = new Map<string, Store<any>>();
  declare hidden: string;
  protected abstract load(id: number): Promise<T>;
  constructor(public readonly name: string, private cache?: Map<number, T>, protected override flag = false) { super(); }
  public async find(this: Store<T>, id: number): Promise<T | undefined>;
  public async find(id: number, fallback?: T): Promise<T | undefined> { return this.cache!.get(id) ?? (await this.load(id)) ?? fallback; }
  static of<const U extends Box<any>>(...items: U[]) { return items as unknown as Store<U>; }
}
function isText(value: unknown): value is string { return typeof value === 'string'; }
function overloaded(a: string): string;
function overloaded(a: number): number;
function overloaded(a: any) { return <any>a; }
export const checked = { colour: Colour.Red } satisfies Record<string, Colour>;
let tuple: [a: string, b?: number, ...rest: boolean[]] = ['x'], unique: unique symbol, big: 10n | -1;
export default function <T,>(this: void, value: T): T extends string ? 'text' : 'other' { return isText(value) ? 'text' as any : 'other' as never; }
export type { Reader };
export = tuple;
`.replace('export = tuple;\n', '');
