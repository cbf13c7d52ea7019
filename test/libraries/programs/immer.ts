import {
  applyPatches,
  castDraft,
  createDraft,
  current,
  enableMapSet,
  enablePatches,
  finishDraft,
  freeze,
  immerable,
  isDraft,
  nothing,
  original,
  type Patch,
  produce,
  produceWithPatches,
  setAutoFreeze,
} from 'immer';
import { attempt, seededRandom, show } from './show.mjs';

enableMapSet();
enablePatches();

interface Item {
  id: number;
  done: boolean;
  tags: string[];
}
interface State {
  items: Item[];
  byId: Map<number, Item>;
  ids: Set<number>;
  nested: { a: { b: { c: number } } };
  extra?: string;
}
class Point {
  [immerable] = true;
  constructor(
    public x: number,
    public y: number,
  ) {}
  get length() {
    return Math.hypot(this.x, this.y);
  }
  move(by: number) {
    this.x += by;
  }
}

const items: Item[] = [1, 2, 3].map((id) => ({ id, done: false, tags: ['t'] }));
const base: State = {
  items,
  byId: new Map(items.map((item) => [item.id, item])),
  ids: new Set([1, 2, 3]),
  nested: { a: { b: { c: 1 } } },
};
const recipes: Record<string, (draft: State) => unknown> = {
  nothing: () => undefined,
  deep: (draft) => {
    draft.nested.a.b.c++;
  },
  push: (draft) => {
    draft.items.push({ id: 4, done: true, tags: [] });
    draft.ids.add(4);
  },
  splice: (draft) => {
    draft.items.splice(1, 1);
    draft.items.reverse();
    draft.items.sort((a, b) => a.id - b.id);
    draft.items.length = 1;
  },
  remove: (draft) => {
    delete draft.extra;
    draft.byId.delete(2);
    draft.ids.delete(9);
  },
  map: (draft) => {
    for (const [key, item] of draft.byId) {
      item.tags.push(`k${key}`);
    }
    draft.byId.forEach((item) => {
      item.done = true;
    });
    draft.byId.set(7, castDraft({ id: 7, done: false, tags: [] }));
  },
  set: (draft) => {
    draft.ids.clear();
    for (const id of [5, 6, 5]) draft.ids.add(id);
  },
  replace: () => ({ replaced: true }),
  undone: (draft) => {
    draft.extra = 'x';
    draft.extra = undefined;
    delete draft.extra;
    draft.nested.a.b.c += 0;
  },
  both: (draft) => {
    draft.extra = 'x';
    return { other: 1 };
  },
  look: (draft) => {
    show('draft', [isDraft(draft.items), original(draft.items) === base.items, current(draft).nested]);
    draft.items[0]!.done = true;
    show('now', current(draft.items));
  },
  throwing: (draft) => {
    draft.extra = 'lost';
    throw new RangeError('in recipe');
  },
  define: (draft) => {
    Object.defineProperty(draft, 'x', { value: 1 });
  },
  prototype: (draft) => {
    Object.setPrototypeOf(draft, null);
  },
  nothing2: () => nothing,
};
for (const [name, recipe] of Object.entries(recipes)) {
  attempt(name, () => {
    const [next, patches, inverse] = produceWithPatches(base, recipe as never) as unknown as [State, Patch[], Patch[]];
    show(`${name} patches`, [patches, inverse]);
    show(`${name} same`, [
      next === base,
      next?.items === base.items,
      JSON.stringify(applyPatches(next as never, inverse)) === JSON.stringify(base),
    ]);
    return next;
  });
}
const moved = produce(new Point(3, 4), (point) => {
  point.move(5);
});
show('class', [moved, moved instanceof Point, moved.length]);
const increment = produce((draft: { n: number }, by: number) => {
  draft.n += by;
});
show('curried', increment({ n: 1 }, 5));
const draft = createDraft(base);
draft.nested.a.b.c = 100;
show('finished', finishDraft(draft).nested);
attempt('frozen', () => {
  (increment({ n: 1 }, 1) as { n: number }).n = 3;
});
attempt('revoked', () => {
  let leaked: { n: number } | undefined;
  produce({ n: 1 }, (inner) => {
    leaked = inner;
  });
  return leaked?.n;
});
setAutoFreeze(false);
attempt('not frozen', () =>
  Object.isFrozen(
    produce({ n: 1 }, (inner) => {
      inner.n = 2;
    }),
  ),
);
setAutoFreeze(true);
show('freeze', Object.isFrozen(freeze({ a: { b: 1 } }, true).a));

const random = seededRandom(7);
let state: { list: number[]; tree: Record<string, Record<string, number>> } = { list: [], tree: {} };
const history: Patch[][] = [];
for (let step = 0; step < 120; step++) {
  const [next, , inverse] = produceWithPatches(state, (inner) => {
    const [a, b] = [`k${Math.floor(random() * 5)}`, `k${Math.floor(random() * 3)}`];
    inner.list.splice(Math.floor(random() * inner.list.length), random() < 0.3 ? 1 : 0, step);
    const group = (inner.tree[a] ??= {});
    if (random() < 0.2) delete inner.tree[a];
    else group[b] = step;
  });
  history.push(inverse);
  state = next;
  if (step % 10 === 0) show(`step ${step}`, state);
}
show(
  'undone',
  history.reverse().reduce((after, inverse) => applyPatches(after, inverse), state),
);
