import * as server from '@vue/server-renderer';
import {
  compile,
  computed,
  createSSRApp,
  defineComponent,
  effectScope,
  h,
  inject,
  nextTick,
  provide,
  reactive,
  readonly,
  ref,
  shallowRef,
  toRaw,
  toRefs,
  watch,
  watchEffect,
} from 'vue';
import { attempt, attemptLater, seededRandom, show } from './show.mjs';

const state = reactive({
  n: 1,
  list: [1, 2, 3],
  nested: { deep: { x: 1 } },
  map: new Map([['a', { b: 1 }]]),
  set: new Set([1]),
});
const seen = [];
const scope = effectScope();
scope.run(() => {
  watchEffect(
    () => {
      seen.push(['effect', state.n, state.list.length, state.nested.deep.x, state.map.get('a')?.b, state.set.has(2)]);
    },
    { flush: 'sync' },
  );
  watch(
    () => state.list.reduce((a, b) => a + b, 0),
    (now, before, cleanUp) => {
      cleanUp(() => seen.push('clean'));
      seen.push(['watch', now, before]);
    },
    { immediate: true },
  );
  watch(
    [() => state.n, ref(2)],
    ([a, b]) => {
      seen.push(['both', a, b]);
    },
    { once: true },
  );
  watch(
    state,
    () => {
      seen.push('deep');
    },
    { deep: 2 },
  );
});
for (const act of [
  () => state.n++,
  () => state.list.push(4, 5),
  () => {
    state.nested.deep = { x: 2 };
  },
  () => {
    state.map.get('a').b = 3;
  },
  () => state.set.add(2),
  () => {
    delete state.nested;
  },
  () => state.list.splice(0, 2),
  () => state.list.sort((a, b) => b - a),
  () => {
    state.list.length = 0;
  },
  () => state.map.clear(),
]) {
  attempt('change', act);
  await nextTick();
}
scope.stop();
state.n = 99;
show('seen', seen);
const double = computed({
  get: () => state.n * 2,
  set: (value) => {
    state.n = value / 2;
  },
});
double.value = 10;
show('computed', [
  double.value,
  state.n,
  toRaw(state) === state,
  toRefs(state).n.value,
  readonly(state).n,
  shallowRef({ a: 1 }).value,
]);
const Child = defineComponent({
  props: { item: { type: Object, required: true }, level: { type: Number, default: 1, validator: (n) => n < 9 } },
  emits: ['pick'],
  setup(props, { slots, attrs, expose }) {
    const theme = inject('theme', 'none');
    expose({ a: 1 });
    return () =>
      h(
        'li',
        {
          ...attrs,
          class: ['child', { deep: props.level > 1 }],
          style: { color: theme, fontSize: '2px' },
          onClick: () => {},
        },
        [
          props.item.name,
          slots.default?.({ item: props.item }),
          props.item.children?.map((item) => h(Child, { item, level: props.level + 1, key: item.name })),
        ],
      );
  },
});
const template =
  '<!-- c --><section :class="{ a: ok, b: !ok }" v-bind="attrs"><p v-if="count > 3">many {{ count }}</p><p v-else-if="count">{{ count.toFixed(2) }} &amp; {{ "<raw>" }}</p><p v-else v-once>none</p><ul><Child v-for="(item, index) in items" :key="index" :item="item" :data-i="index" @pick.once="count++"><template #default="{ item: { name } }"><b v-html="name" v-show="index"/></template></Child></ul><input v-model.trim="text"><select v-model="choice"><option v-for="n in 3" :value="n">{{ n }}</option></select><component :is="\'em\'" :[key]="1">x</component><Teleport to="#t">away</Teleport><Suspense><Later/></Suspense><slot name="none">fallback</slot><pre v-pre>{{ raw }}</pre></section>';
attempt('code', () => compile(template, { mode: 'function', prefixIdentifiers: false }).toString().length > 0);
for (const count of [0, 2, 5])
  await attemptLater(`page ${count}`, () => {
    const app = createSSRApp({
      template,
      components: {
        Child,
        Later: {
          async setup() {
            await null;
            return () => h('i', 'later');
          },
        },
      },
      data: () => ({
        count,
        ok: count > 1,
        attrs: { id: 'x', disabled: true, 'data-y': null },
        items: [{ name: 'a' }, { name: '<b>', children: [{ name: 'c' }] }],
        text: '"t"',
        choice: 2,
        key: 'title',
      }),
      computed: {
        half() {
          return this.count / 2;
        },
      },
      created() {
        show('created', this.half);
      },
      setup() {
        provide('theme', 'red');
      },
    });
    app.config.warnHandler = (message) => show('warning', message);
    app.directive('own', { getSSRProps: ({ value }) => ({ own: value }) });
    app.config.globalProperties.$x = 1;
    return server.renderToString(app);
  });
await attemptLater('streamed', async () => {
  let text = '';
  for await (const part of server.renderToWebStream(
    createSSRApp({
      render: () => [h('a', { innerHTML: '<b>' }), h('input', { value: 1, checked: true }), 'text', null, [h('br')]],
    }),
  ))
    text += new TextDecoder().decode(part);
  return text;
});
await attemptLater('fails', () =>
  server.renderToString(
    createSSRApp({
      setup() {
        throw new RangeError('in setup');
      },
      render: () => null,
    }),
  ),
);
for (const wrong of [
  '<p v-if>',
  '<p',
  '<p v-for="a">',
  '{{ a',
  '<p v-else>',
  '<p :a="b c">',
  '<p v-model="f()">',
  '<template v-slot:a v-slot:b>',
  '</p>',
  '<p a a>',
])
  attempt(wrong, () => {
    const problems = [];
    compile(wrong, { onError: ({ message, code }) => problems.push([code, message]) });
    return problems;
  });
const random = seededRandom(12);
const cells = reactive(Array.from({ length: 30 }, (_, n) => ({ n })));
const total = computed(() => cells.reduce((sum, cell) => sum + cell.n, 0));
const parities = cells.map((cell) => computed(() => (cell.n % 2 ? total.value : cell.n)));
for (let step = 0; step < 80; step++) {
  cells[Math.floor(random() * 30)].n = step;
  if (step % 8 === 0)
    show(
      `step ${step}`,
      parities.map(({ value }) => value),
    );
}
