import * as uuid from 'uuid';
import { attempt, seededRandom, show } from './show.mjs';

const random = seededRandom(11);
const bytes = () => Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256));
const names = ['', 'a', 'hello.example.com', 'é'.repeat(100)];
for (const name of names)
  for (const space of [uuid.v3.DNS, uuid.v5.URL, bytes()]) {
    attempt('v3', () => uuid.v3(name, space));
    attempt('v5', () => uuid.v5(name, space));
  }
for (let n = 0; n < 25; n++) {
  const options = {
    random: bytes(),
    msecs: 1_600_000_000_000 + n * 7,
    nsecs: n * 3,
    clockseq: n * 11,
    node: bytes().slice(0, 6),
    seq: n * 99,
  };
  for (const version of ['v1', 'v4', 'v6', 'v7']) {
    const id = uuid[version](options);
    show(version, [
      id,
      uuid.validate(id),
      uuid.version(id),
      uuid.stringify(uuid.parse(id)) === id,
      [...uuid[version](options, new Uint8Array(20), 2)],
    ]);
  }
  const first = uuid.v1(options);
  show('converted', [uuid.v1ToV6(first), uuid.v6ToV1(uuid.v1ToV6(first))]);
}
for (const wrong of [
  '',
  'x',
  'd9428888-122b-11e1-b85c-61cd3cbb321',
  'd9428888-122b-91e1-b85c-61cd3cbb3210',
  null,
  1,
  uuid.NIL,
  uuid.MAX,
  'D9428888-122B-11E1-B85C-61CD3CBB3210',
]) {
  for (const name of ['validate', 'version', 'parse']) attempt(`${name} ${wrong}`, () => uuid[name](wrong));
}
attempt('short', () => uuid.stringify(new Uint8Array(3)));
attempt('bad name space', () => uuid.v5('a', 'x'));
attempt('no room', () => uuid.v4({ random: bytes() }, new Uint8Array(4), 8));
attempt('little random', () => uuid.v4({ random: [1] }));
const ids = Array.from({ length: 200 }, () => uuid.v7());
show(
  'sorted',
  ids.toSorted().every((id, at) => id === ids[at]),
);
show(
  'different',
  new Set([...ids, ...Array.from({ length: 200 }, () => uuid.v4()), ...Array.from({ length: 200 }, () => uuid.v1())])
    .size,
);
