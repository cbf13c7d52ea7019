/** A recursive-descent parser of JSON: many short functions, characters and small objects. */
let text = '';
let at = 0;

function skipSpace() {
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
}

function expect(character) {
  skipSpace();
  if (text[at] !== character) throw new SyntaxError(`expected ${character} at ${at}`);
  at++;
}

function parseString() {
  expect('"');
  let value = '';
  let from = at;
  while (text[at] !== '"') {
    if (text[at] === '\\') {
      value += text.slice(from, at);
      at++;
      value += text[at] === 'n' ? '\n' : text[at];
      from = at + 1;
    }
    at++;
  }
  value += text.slice(from, at);
  at++;
  return value;
}

function parseNumber() {
  const from = at;
  while (at < text.length && '+-.eE0123456789'.includes(text[at])) at++;
  return Number(text.slice(from, at));
}

function parseArray() {
  const values = [];
  expect('[');
  skipSpace();
  while (text[at] !== ']') {
    values.push(parseValue());
    skipSpace();
    if (text[at] === ',') at++;
  }
  at++;
  return values;
}

function parseObject() {
  const object = {};
  expect('{');
  skipSpace();
  while (text[at] !== '}') {
    const key = parseString();
    expect(':');
    object[key] = parseValue();
    skipSpace();
    if (text[at] === ',') at++;
    skipSpace();
  }
  at++;
  return object;
}

function parseWord(word, value) {
  if (!text.startsWith(word, at)) throw new SyntaxError(`expected ${word} at ${at}`);
  at += word.length;
  return value;
}

function parseValue() {
  skipSpace();
  const character = text[at];
  if (character === '{') return parseObject();
  if (character === '[') return parseArray();
  if (character === '"') return parseString();
  if (character === 't') return parseWord('true', true);
  if (character === 'f') return parseWord('false', false);
  if (character === 'n') return parseWord('null', null);
  return parseNumber();
}

function parse(json) {
  text = json;
  at = 0;
  return parseValue();
}

const people = Array.from({ length: 200 }, (_, id) => ({
  id,
  name: `person "${id}"`,
  address: { street: `street\n${id % 17}`, numbers: [id, id / 4, -id], country: null },
  active: id % 3 === 0,
}));
const json = JSON.stringify(people, null, 2);

export function run() {
  const parsed = parse(json);
  return JSON.stringify(parsed).length * 31 + parsed[199].address.numbers[1];
}
