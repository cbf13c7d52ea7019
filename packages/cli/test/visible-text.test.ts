import { expect, test } from 'vitest';
import { visible } from '../src/visible-text.js';

test.each([
  ['\u001b[2J', '␛[2J'],
  ['a\tb\0c\u007f', 'a\tb␀c␡'],
  ['a\u2028b', 'a\\u2028b'],
  ['\u009b', '\\x9b'],
  ['access\u202e;nimda', 'access\\u202e;nimda'],
  ['\u061c\u200f\u2066x\u2069', '\\u061c\\u200f\\u2066x\\u2069'],
  ['עברית 日本語 👩‍👧', 'עברית 日本語 👩‍👧'],
])('%j reads %j', (text, shown) => expect(visible(text)).toBe(shown));
