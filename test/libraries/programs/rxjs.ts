import {
  AsyncSubject,
  BehaviorSubject,
  catchError,
  combineLatest,
  concat,
  concatMap,
  debounceTime,
  defer,
  EMPTY,
  exhaustMap,
  expand,
  firstValueFrom,
  forkJoin,
  from,
  generate,
  groupBy,
  interval,
  lastValueFrom,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  pairwise,
  partition,
  ReplaySubject,
  race,
  range,
  reduce,
  retry,
  Subject,
  scan,
  share,
  shareReplay,
  skip,
  switchMap,
  take,
  takeUntil,
  tap,
  throwError,
  timer,
  toArray,
  window,
  windowCount,
  withLatestFrom,
  zip,
} from 'rxjs';
import * as operators from 'rxjs/operators';
import { TestScheduler } from 'rxjs/testing';
import { attempt, attemptLater, show } from './show.mjs';

const seen = (label: string, source: Observable<unknown>) =>
  source.subscribe({
    next: (value) => show(label, value),
    error: (error) => show(`${label} failed`, String(error)),
    complete: () => show(label, 'done'),
  });

seen(
  'range',
  range(1, 5).pipe(
    map((n) => n * n),
    scan((a, b) => a + b),
    pairwise(),
  ),
);
seen(
  'grouped',
  from(['a1', 'b1', 'a2', 'c1', 'b2']).pipe(
    groupBy((text) => text[0]),
    mergeMap((group) =>
      group.pipe(
        toArray(),
        map((list) => [group.key, list]),
      ),
    ),
  ),
);
seen('zip', zip(of(1, 2, 3), of('a', 'b')));
seen('combined', combineLatest({ a: of(1, 2), b: of('x', 'y') }));
seen('fork', forkJoin([of(1, 2), EMPTY.pipe(operators.defaultIfEmpty('none')), range(0, 3)]));
seen('generated', generate({ initialState: 1, condition: (n) => n < 100, iterate: (n) => n * 3 }));
seen(
  'expanded',
  of(1).pipe(
    expand((n) => (n < 20 ? of(n * 2) : EMPTY)),
    reduce((a: number, b: number) => a + b),
  ),
);
seen(
  'failing',
  concat(
    of(1),
    throwError(() => new Error('broken')),
  ).pipe(
    retry(2),
    catchError((error) => of(`caught ${error.message}`)),
  ),
);
seen(
  'uncaught',
  defer(() => {
    throw new TypeError('in defer');
  }),
);
seen(
  'windows',
  range(0, 7).pipe(
    windowCount(3),
    mergeMap((part) => part.pipe(toArray())),
  ),
);
const [even, odd] = partition(range(0, 6), (n) => n % 2 === 0);
seen('partition', concat(even, odd));

const subjects = {
  subject: new Subject<number>(),
  behaviour: new BehaviorSubject(0),
  replay: new ReplaySubject<number>(2),
  async: new AsyncSubject<number>(),
};
for (const [name, subject] of Object.entries(subjects)) {
  subject.next(1);
  subject.next(2);
  const early = seen(`${name} early`, subject);
  subject.next(3);
  early.unsubscribe();
  subject.next(4);
  seen(`${name} late`, subject);
  subject.complete();
  seen(`${name} too late`, subject);
}

// Every operator that takes a function or nothing, on the same source.
const argumentsFor: readonly (readonly unknown[])[] = [
  [],
  [2],
  [(n: number) => n % 3 === 0],
  [(n: number) => of(n, -n)],
  [of('o')],
  [(a: number, b: number) => a + b, 0],
];
const makers = operators as unknown as Record<
  string,
  (...values: unknown[]) => (source: Observable<unknown>) => Observable<unknown>
>;
const timed =
  /Time|delay|timeout|timestamp|Interval|audit|debounce|sample|throttle|repeat|retry|expand|windowWhen|bufferWhen|observeOn|subscribeOn|windowToggle|bufferToggle/;
for (const name of Object.keys(makers)
  .filter((key) => !timed.test(key))
  .sort()) {
  argumentsFor.forEach((values, index) => {
    attempt(`${name} ${index}`, () => {
      const events: unknown[] = [];
      (makers[name] as (...all: unknown[]) => (source: Observable<unknown>) => Observable<unknown>)(...values)(
        range(1, 6),
      )
        .subscribe({
          next: (value) =>
            events.push(typeof value === 'object' && value !== null && 'subscribe' in value ? 'observable' : value),
          error: (error) => events.push(`${error}`),
          complete: () => events.push('done'),
        })
        .unsubscribe();
      return events;
    });
  });
}

const scheduler = new TestScheduler((actual, expected) => show('marbles', JSON.stringify([actual, expected])));
scheduler.run(({ cold, hot, expectObservable, expectSubscriptions }) => {
  const source = cold('-a-b-(cd)-|');
  expectObservable(source.pipe(debounceTime(2))).toBe('----b--d---|');
  expectObservable(
    merge(source, cold('--x--#')).pipe(switchMap((value) => timer(3).pipe(map(() => value)))),
    '^-----------!',
  ).toBe('----x');
  expectObservable(hot('-a--b--c|').pipe(takeUntil(timer(6)), withLatestFrom(interval(2)))).toBe('');
  expectObservable(race(cold('--a|'), cold('-b|')).pipe(exhaustMap((value) => of(value, value)))).toBe('');
  expectObservable(
    source.pipe(
      concatMap((value) => of(value).pipe(operators.delay(2))),
      operators.bufferTime(4),
    ),
  ).toBe('');
  expectObservable(source.pipe(operators.throttleTime(3), operators.timeInterval())).toBe('');
  expectObservable(source.pipe(window(cold('---x')), operators.mergeAll())).toBe('');
  expectSubscriptions(source.subscriptions).toBe('^---------!');
});

let subscribed = 0;
const shared = defer(() => {
  subscribed++;
  return interval(1).pipe(take(3));
}).pipe(share());
const replayed = range(0, 3).pipe(
  tap((n) => show('made', n)),
  shareReplay(2),
);
await attemptLater('shared', () =>
  Promise.all([lastValueFrom(shared), firstValueFrom(shared), lastValueFrom(shared.pipe(skip(1)))]),
);
show('subscribed', subscribed);
seen('replayed', replayed);
seen('replayed again', replayed);
await attemptLater('empty', () => firstValueFrom(EMPTY));
await attemptLater('from async', () =>
  lastValueFrom(
    from(
      (async function* () {
        yield 1;
        yield 2;
      })(),
    ).pipe(toArray()),
  ),
);
