import {
  action,
  autorun,
  computed,
  configure,
  createAtom,
  extendObservable,
  flow,
  intercept,
  isObservable,
  makeAutoObservable,
  makeObservable,
  observable,
  observe,
  onBecomeObserved,
  onBecomeUnobserved,
  reaction,
  runInAction,
  spy,
  toJS,
  transaction,
  untracked,
  when,
} from 'mobx';
import { attempt, attemptLater, seededRandom, show } from './show.mjs';

configure({ enforceActions: 'never', useProxies: 'always' });

class Item {
  @observable accessor done = false;
  @observable.ref accessor tags: string[] = [];
  constructor(public title: string) {}
  @action.bound finish() {
    this.done = true;
  }
}
class Store {
  @observable accessor filter = '';
  @observable.shallow accessor items: Item[] = [];
  static made = 0;
  readonly #log: string[] = [];
  constructor() {
    Store.made++;
  }
  @computed get open() {
    this.#log.push('open');
    return this.items.filter((item) => !item.done);
  }
  @computed get titles() {
    return this.open.map((item) => item.title).filter((title) => title.includes(this.filter));
  }
  @action add(...titles: string[]) {
    for (const title of titles) this.items.push(new Item(title));
  }
  @flow *load(count: number): Generator<Promise<number>, number, number> {
    let sum = 0;
    for (let n = 0; n < count; n++) sum += yield Promise.resolve(n);
    this.add(`loaded ${sum}`);
    return sum;
  }
  get log() {
    return this.#log;
  }
}
const store = new Store();
const seen: unknown[] = [];
const stop = autorun(() => seen.push(store.titles.join()), { name: 'titles' });
store.add('one', 'two', 'three');
store.items[1]?.finish();
store.filter = 't';
transaction(() => {
  store.filter = 'o';
  store.filter = '';
});
runInAction(() => {
  store.items.splice(0, 1);
  store.items.reverse();
});
show('seen', seen);
stop();
store.add('unseen');
show('log', [store.log, Store.made, isObservable(store), store.titles]);
await attemptLater('flow', () => store.load(4) as unknown as Promise<number>);

class Plain {
  price = 2;
  amount = 3;
  history: number[] = [];
  constructor() {
    makeAutoObservable(this, { history: observable.shallow });
  }
  get total() {
    return this.price * this.amount;
  }
  setPrice(price: number) {
    this.history.push(this.price);
    this.price = price;
  }
  *later() {
    yield null;
    this.amount++;
  }
}
class Base {
  value = 1;
  constructor() {
    makeObservable(this, { value: observable, double: computed, set: action });
  }
  get double() {
    return this.value * 2;
  }
  set(value: number) {
    this.value = value;
  }
}
class Derived extends Base {
  more = 1;
  constructor() {
    super();
    makeObservable(this, { more: observable });
  }
  override get double() {
    return super.double + this.more;
  }
}
const [plain, derived] = [new Plain(), new Derived()];
const totals: unknown[] = [];
const dispose = reaction(
  () => [plain.total, derived.double],
  (now, before) => totals.push([now, before]),
  { fireImmediately: true, equals: (a, b) => String(a) === String(b) },
);
plain.setPrice(5);
derived.set(7);
derived.more = 4;
plain.amount = 3;
await attemptLater('later', () => plain.later() as unknown as Promise<void>);
dispose();
show('totals', [totals, toJS(plain), plain.history.slice()]);

const [map, set, list, object] = [
  observable.map<string, unknown>({ a: 1 }),
  observable.set([1, 2]),
  observable([3, 1, 2]),
  observable.object<{ n: number; deep: { x: number }; late?: number }>({ n: 1, deep: { x: 1 } }),
];
const changes: unknown[] = [];
for (const thing of [map, set, list, object])
  observe(thing as never, (change: { type: string }) =>
    changes.push([change.type, { ...change, object: 0, debugObjectName: 0, observableKind: 0 }]),
  );
intercept(map, (change) => (change.name === 'no' ? null : change));
const watcher = autorun(() => {
  changes.push([
    'ran',
    map.size,
    [...map.keys()],
    set.has(3),
    list.reduce((a, b) => a + b, 0),
    object.deep.x,
    object.late,
  ]);
});
map.set('b', { c: 1 });
map.set('no', 1);
map.delete('a');
map.merge({ x: 1, y: 2 });
map.replace([['z', 1]]);
set.add(3);
set.delete(1);
set.clear();
list.push(9);
list.unshift(0);
list.length = 2;
list.replace([5, 4]);
object.n++;
object.deep = { x: 2 };
object.late = 3;
delete object.late;
extendObservable(object, { extra: 1 });
attempt('sorted', () => [
  list.slice().sort(),
  list.toJSON(),
  [...list.entries()],
  list.at(-1),
  list.toSorted?.(),
  list.concat([1]).includes(4),
]);
watcher();
show('changes', changes);
const atom = createAtom(
  'clock',
  () => show('observed', 1),
  () => show('unobserved', 1),
);
const once = autorun(() => {
  atom.reportObserved();
  untracked(() => object.n);
});
atom.reportChanged();
once();
onBecomeObserved(object, 'n', () => show('n', 'observed'));
onBecomeUnobserved(object, 'n', () => show('n', 'unobserved'));
autorun((self) => {
  show('n', object.n);
  if (object.n > 3) self.dispose();
});
object.n = 3;
object.n = 4;
object.n = 5;
const events: string[] = [];
const unspy = spy((event) => events.push(event.type));
setTimeout(
  () =>
    runInAction(() => {
      object.n = 100;
    }),
  1,
);
await attemptLater('when', () => when(() => object.n > 50));
await attemptLater('when too late', () => when(() => object.n < 0, { timeout: 2 }));
unspy();
show('spied', events);
const cyclic: { get(): number } = computed(() => cyclic.get() + 1);
attempt('cycle', () => cyclic.get());
attempt('computed throws', () =>
  computed(() => {
    throw new RangeError('inside');
  }).get(),
);
configure({ enforceActions: 'always', disableErrorBoundaries: true });
attempt('reaction throws', () =>
  autorun(() => {
    throw new TypeError('reaction');
  }),
);
const random = seededRandom(2);
const cells = Array.from({ length: 20 }, (_, n) => observable.box(n));
const sums = cells.map((_, n) => computed((): number => cells[n]!.get() + (n > 0 ? sums[n - 1]!.get() : 0)));
const kept = autorun(() => {
  sums.at(-1)!.get();
});
for (let step = 0; step < 60; step++) {
  runInAction(() => cells[Math.floor(random() * 20)]!.set(step));
  if (step % 6 === 0)
    show(
      `sum ${step}`,
      sums.map((sum) => sum.get()),
    );
}
kept();
