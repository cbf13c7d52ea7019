import { expect, test } from 'vitest';
import { countWords } from './count-words.js';

test('counts thousands of words', () => {
  const text = 'the quick fox jumps over the lazy dog '.repeat(1_000);
  expect(countWords(text)[0]).toEqual({ word: 'the', times: 2_000 });
});
