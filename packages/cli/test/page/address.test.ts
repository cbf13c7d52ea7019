import { expect, test } from 'vitest';
import { addressOf, nowhere, type Place, placeFrom } from '../../src/report/html/page/address.js';

test.each<[string, Place]>([
  ['#', nowhere],
  ['#f0', { entry: 0, row: null }],
  ['#f2-l17', { entry: 2, row: 17 }],
])('%s', (address, place) => {
  expect(addressOf(place)).toBe(address);
  expect(placeFrom(address, 3)).toEqual(place);
});

test.each(['#f3', '#f-1', '#x', '#f1-l', '#f1e9', '#f99999999999'])('%s leads nowhere', (address) => {
  expect(placeFrom(address, 3)).toEqual(nowhere);
});
