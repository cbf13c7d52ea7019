import * as library from 'effect';
import { attempt, attemptLater, show } from './show.mjs';

const {
  Effect,
  Option,
  Either,
  Result,
  Schedule,
  Stream,
  Queue,
  Ref,
  Fiber,
  Cause,
  Exit,
  Duration,
  Array: Arrays,
  pipe,
  Schema,
  Context,
  Layer,
  Deferred,
  HashMap,
  HashSet,
  Chunk,
  Data,
  Match,
  Order,
  Predicate,
  Record,
  String: Strings,
  Number: Numbers,
} = library;
const failing = Effect.fail(new Error('typed'));
const program = Effect.gen(function* () {
  const a = yield* Effect.succeed(2);
  const b = yield* Effect.promise(async () => {
    await null;
    return a * 3;
  });
  const ref = yield* Ref.make(b);
  yield* Ref.update(ref, (n) => n + 1);
  if (a > 5) yield* failing;
  return yield* Ref.get(ref);
});
await attemptLater('generated', () => Effect.runPromise(program));
const run = (label, effect) =>
  attemptLater(label, async () => {
    const exit = await Effect.runPromiseExit(effect);
    return Exit.isSuccess(exit) ? ['success', exit.value] : ['failure', Cause.pretty(exit.cause).split('\n')[0]];
  });
await run('failed', failing);
await run(
  'defect',
  Effect.sync(() => {
    throw new RangeError('defect');
  }),
);
await run(
  'caught',
  failing.pipe(
    (Effect.catch ?? Effect.catchAll)
      ? (self) => (Effect.catch ?? Effect.catchAll)(self, (error) => Effect.succeed(`caught ${error.message}`))
      : (self) => self,
  ),
);
await run(
  'all',
  Effect.all(
    [1, 2, 3].map((n) => Effect.succeed(n * n)),
    { concurrency: 2 },
  ),
);
await run(
  'each',
  Effect.forEach(
    [1, 2, 3, 4],
    (n) =>
      Effect.gen(function* () {
        yield* Effect.sleep(Duration.millis(5 - n));
        return n;
      }),
    { concurrency: 'unbounded' },
  ),
);
await run('record', Effect.all({ a: Effect.succeed(1), b: program }));
await run(
  'retried',
  (() => {
    let tries = 0;
    return Effect.suspend(() => (++tries < 3 ? Effect.fail('again') : Effect.succeed(tries))).pipe(
      Effect.retry(Schedule.recurs(5)),
    );
  })(),
);
await run('timeout', Effect.never.pipe(Effect.timeout(Duration.millis(3))));
await run(
  'raced',
  Effect.race(
    Effect.sleep(Duration.millis(30)).pipe(Effect.as('slow')),
    Effect.sleep(Duration.millis(1)).pipe(Effect.as('fast')),
  ),
);
await run(
  'finally',
  (() => {
    const seen = [];
    return Effect.acquireUseRelease(
      Effect.sync(() => seen.push('open')),
      () => Effect.sync(() => seen.push('use')),
      () => Effect.sync(() => seen.push('close')),
    ).pipe(Effect.map(() => seen));
  })(),
);
await run(
  'scoped',
  Effect.scoped(
    Effect.gen(function* () {
      const seen = [];
      yield* Effect.addFinalizer(() => Effect.sync(() => show('finalized', seen)));
      seen.push(1);
      return seen.length;
    }),
  ),
);
await run(
  'streamed',
  Stream.range(1, 20).pipe(
    Stream.filter((n) => n % 3 === 0),
    Stream.map((n) => n * 2),
    Stream.take(4),
    Stream.runCollect,
    Effect.map((all) => [...all]),
  ),
);
await run(
  'stream more',
  Stream.fromIterable(['a', 'b', 'c']).pipe(
    Stream.zipWithIndex,
    Stream.mapEffect(([text, n]) => Effect.succeed(text.repeat(n + 1))),
    Stream.concat(Stream.make('end')),
    Stream.runFold(...(Stream.runFold.length === 3 ? [() => '', (a, b) => a + b] : ['', (a, b) => a + b])),
  ),
);
await run(
  'deferred',
  Effect.gen(function* () {
    const deferred = yield* Deferred.make();
    const queue = yield* Queue.unbounded();
    yield* Queue.offerAll(queue, [1, 2, 3]);
    yield* Deferred.succeed(deferred, yield* Queue.take(queue));
    return yield* Deferred.await(deferred);
  }),
);
await run(
  'loops',
  Effect.gen(function* () {
    let sum = 0;
    for (let n = 0; n < 2_000; n++) sum += yield* Effect.succeed(n);
    return sum;
  }),
);
attempt('option', () => [
  pipe(
    Option.some(3),
    Option.map((n) => n + 1),
    Option.filter((n) => n > 3),
    Option.getOrElse(() => 0),
  ),
  Option.isNone(Option.none()),
  String(Option.some([1])),
  Option.toArray(Option.fromNullishOr?.(null) ?? Option.none()),
]);
attempt('either', () => {
  const either = Either ?? Result;
  return String([
    either.try?.(() => JSON.parse('{'))?._tag,
    either.isRight?.(either.right?.(1)),
    either.isSuccess?.(either.succeed?.(1)),
  ]);
});
attempt('arrays', () => [
  Arrays.groupBy([1, 2, 3], (n) => (n % 2 ? 'odd' : 'even')),
  Arrays.chunksOf([1, 2, 3], 2),
  Arrays.sort([3, 1, 2], Order.Number ?? Order.number),
  Arrays.zip([1, 2], ['a', 'b']),
  Arrays.dedupe([1, 1, 2]),
  Arrays.partition([1, 2, 3], (n) => n > 1),
  Arrays.range(1, 4),
  Arrays.scan([1, 2, 3], 0, (a, b) => a + b),
  Arrays.intersperse([1, 2], 0),
]);
attempt('maps', () => {
  let map = HashMap.empty();
  for (let n = 0; n < 200; n++) map = HashMap.set(map, `k${n % 50}`, n);
  map = HashMap.remove(map, 'k3');
  return [
    HashMap.size(map),
    HashMap.get(map, 'k7'),
    [...HashMap.keys(map)].sort().length,
    HashSet.size(HashSet.make(1, 2, 2)),
    Chunk?.toReadonlyArray?.(Chunk.map(Chunk.range(1, 5), (n) => n * n)),
  ];
});
class Thing extends Data.Class {}
attempt('data', () => [
  library.Equal.equals(new Thing({ a: 1 }), new Thing({ a: 1 })),
  new (Data.TaggedError('Own'))()._tag,
  Match.value(5).pipe(
    Match.when(Match.number ?? Predicate.isNumber, (n) => n * 2),
    Match.orElse(() => 0),
  ),
  Record.map({ a: 1 }, (n) => n + 1),
  Strings.capitalize('abc'),
  Numbers.clamp(5, { minimum: 1, maximum: 3 }),
]);
const Person = Schema.Struct({ name: Schema.String, age: Schema.Number, tags: Schema.Array(Schema.String) });
for (const value of [{ name: 'a', age: 1, tags: [] }, { name: 1 }, null, { name: 'a', age: 'x', tags: [1] }])
  attempt('schema', () => Schema.decodeUnknownSync(Person)(value));
attempt('durations', () => [
  Duration.toMillis('5 seconds' in Duration ? 1 : Duration.seconds(5)),
  Duration.format(Duration.millis(123_456)),
  String(Duration.sum(Duration.minutes(1), Duration.hours(1))),
]);
show('names', [typeof Layer, typeof Context, typeof Fiber]);
