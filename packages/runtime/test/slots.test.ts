import { expect, it } from 'vitest';
import { fileWithEntry } from '../src/slots.js';

it('finds the file that an activation belongs to by its number', () => {
  const files = [1, 4, 5, 9].map((firstEntry) => ({ firstEntry }));
  const found = [0, 1, 3, 4, 5, 8, 9, 1000].map((entry) => fileWithEntry(files, entry)?.firstEntry ?? null);
  expect(found).toEqual([null, 1, 1, 4, 5, 5, 9, 9]);
  expect(fileWithEntry([], 1)).toBeUndefined();
});
