import { expect, test } from '@jest/globals';
import { countWords } from './count-words';

test('counts each word', () => {
  expect(countWords('To be, or not to be')[0]).toEqual({ word: 'to', times: 2 });
});

test('finds no word in an empty text', () => {
  expect(countWords('')).toEqual([]);
});
