/** The libraries, with what is known of each: so many of its functions its program reaches, a little less than counted. */
import type { Library } from './library.js';

/** Part of every test run. */
export const libraries: readonly Library[] = [
  { name: 'acorn', packages: ['acorn'], functions: 300 },
  { name: 'cheerio', packages: ['cheerio'], functions: 90 },
  { name: 'commander', packages: ['commander'], functions: 170 },
  { name: 'csv-parse', packages: ['csv-parse'], functions: 48 },
  { name: 'd3-array', packages: ['d3-array'], functions: 110 },
  { name: 'express', packages: ['express'], functions: 70 },
  { name: 'handlebars', packages: ['handlebars'], functions: 240 },
  { name: 'immer', packages: ['immer'], functions: 100 },
  { name: 'koa', packages: ['koa'], functions: 85 },
  { name: 'lodash', packages: ['lodash'], functions: 400, goesByTheClock: true },
  { name: 'marked', packages: ['marked'], functions: 100 },
  { name: 'p-queue', packages: ['p-queue'], functions: 30, goesByTheClock: true },
  { name: 'uuid', packages: ['uuid'], functions: 38, goesByTheClock: true },
  { name: 'yargs', packages: ['yargs'], functions: 210 },
];

/** Whose weaving or running takes long. */
export const slowLibraries: readonly Library[] = [
  { name: 'ajv', packages: ['ajv', 'ajv-formats'], functions: 580 },
  { name: 'babel', packages: ['@babel/parser', '@babel/generator', '@babel/traverse'], functions: 1_000 },
  { name: 'chess', packages: ['chess.js'], functions: 45 },
  { name: 'core-js', packages: ['core-js'], functions: 100, goesByTheClock: true },
  { name: 'date-fns', packages: ['date-fns'], functions: 1_000, goesByTheClock: true },
  { name: 'effect', packages: ['effect'], functions: 300, goesByTheClock: true },
  { name: 'eslint', packages: ['eslint'], functions: 2_300 },
  { name: 'fastify', packages: ['fastify'], functions: 220, goesByTheClock: true },
  { name: 'graphql', packages: ['graphql'], functions: 1_100 },
  { name: 'jsdom', packages: ['jsdom'], functions: 1_800, goesByTheClock: true },
  { name: 'luxon', packages: ['luxon'], functions: 340 },
  { name: 'mathjs', packages: ['mathjs'], functions: 1_600, goesByTheClock: true },
  { name: 'mobx', packages: ['mobx'], functions: 260, goesByTheClock: true },
  { name: 'postcss', packages: ['postcss'], functions: 200 },
  { name: 'prettier', packages: ['prettier'], functions: 3_500 },
  { name: 'ramda', packages: ['ramda'], functions: 200 },
  { name: 'react', packages: ['react', 'react-dom'], functions: 260, goesByTheClock: true },
  { name: 'rollup', packages: ['rollup'], functions: 1_050, goesByTheClock: true },
  { name: 'rxjs', packages: ['rxjs'], functions: 480, goesByTheClock: true },
  { name: 'sass', packages: ['sass'], functions: 2_600, goesByTheClock: true },
  { name: 'svelte', packages: ['svelte'], functions: 680 },
  { name: 'terser', packages: ['terser'], functions: 650 },
  { name: 'three', packages: ['three'], functions: 800 },
  { name: 'typescript', packages: ['typescript'], functions: 7_500 },
  { name: 'vue', packages: ['vue', '@vue/server-renderer'], functions: 40 },
  { name: 'zod', packages: ['zod'], functions: 480 },
];
