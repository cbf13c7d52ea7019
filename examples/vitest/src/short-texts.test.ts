import { expect, test } from 'vitest';
import { countWords } from './count-words.js';

test('counts each word', () => {
  expect(countWords('To be, or not to be')[0]).toEqual({ word: 'to', times: 2 });
});

test('finds no word in an empty text', () => {
  expect(countWords('')).toEqual([]);
});
