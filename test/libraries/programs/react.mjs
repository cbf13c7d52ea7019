import { Writable } from 'node:stream';
import React, {
  Children,
  cloneElement,
  createContext,
  Fragment,
  createElement as h,
  lazy,
  memo,
  Profiler,
  StrictMode,
  Suspense,
  use,
  useCallback,
  useContext,
  useId,
  useMemo,
  useReducer,
  useState,
} from 'react';
import { renderToPipeableStream, renderToStaticMarkup, renderToString } from 'react-dom/server';
import { attempt, attemptLater, show } from './show.mjs';

const Theme = createContext('light');
const Item = memo(function Item({ item, children }) {
  const theme = useContext(Theme);
  const id = useId();
  return h(
    'li',
    { id, className: theme, style: { marginTop: 3, lineHeight: 2, '--x': 1 }, 'data-n': item.n, onClick: () => {} },
    item.name,
    children,
  );
});
function Counter({ start }) {
  const [state, dispatch] = useReducer(
    (n, by) => n + by,
    start,
    (n) => n * 2,
  );
  const [once, setOnce] = useState(() => 'first');
  if (state < 3) dispatch(1);
  if (once === 'first') setOnce('second');
  const text = useMemo(() => `${state} ${once}`, [state, once]);
  const same = useCallback(() => text, [text]);
  return h(
    'output',
    null,
    same(),
    ' ',
    text.length,
    null,
    false,
    true,
    0,
    ['a', 'b'].map((key) => h('i', { key }, key)),
  );
}
class Old extends React.Component {
  static defaultProps = { unit: 'px' };
  static getDerivedStateFromProps({ n }) {
    return { twice: n * 2 };
  }
  state = { own: 1 };
  UNSAFE_render() {}
  render() {
    return h(
      Fragment,
      null,
      h('b', { dangerouslySetInnerHTML: { __html: '<raw>&' } }),
      this.state.twice,
      this.props.unit,
      this.state.own,
      this.context,
    );
  }
}
Old.contextType = Theme;
class Boundary extends React.Component {
  state = {};
  static getDerivedStateFromError(error) {
    return { error };
  }
  render() {
    return this.state.error ? h('em', null, this.state.error.message) : this.props.children;
  }
}
const page = h(
  StrictMode,
  null,
  h(
    Theme.Provider,
    { value: 'dark' },
    h(
      'ul',
      { hidden: false, 'aria-label': 'x"y' },
      [1, 2].map((n) => h(Item, { key: n, item: { n, name: `<${n}>` } }, h(Counter, { start: n }))),
    ),
    h(Old, { n: 4 }),
    h('input', { value: 'v', readOnly: true, disabled: true, maxLength: 3 }),
    h(
      'select',
      { defaultValue: ['b'], multiple: true },
      h('option', { value: 'a' }),
      h('option', { value: 'b' }, 'B', 1),
    ),
    h('textarea', { defaultValue: '\nt' }),
    h('svg', { viewBox: '0 0 1 1', xlinkHref: '#a', strokeWidth: 2 }, h('path', { d: 'M0' })),
    h('title', null, 'T'),
    h('script', { async: true, src: 's.js' }),
    h('link', { rel: 'stylesheet', href: 'a.css', precedence: 'low' }),
    h(Profiler, { id: 'p', onRender: () => {} }, h('custom-element', { someProp: 1, class: 'c' })),
  ),
);
attempt('string', () => renderToString(page, { identifierPrefix: 'p' }));
attempt('static', () => renderToStaticMarkup(page));
const Lazy = lazy(async () => {
  await null;
  return { default: ({ text }) => h('u', null, text) };
});
const promise = Promise.resolve('used');
function Using() {
  return h('s', null, use(promise), use(Theme));
}
const Failing = () => {
  throw new RangeError('render failed');
};
const stream = (element, options = {}) =>
  new Promise((done) => {
    let text = '';
    const errors = [];
    const target = new Writable({
      write(part, _encoding, next) {
        text += part;
        next();
      },
      final(next) {
        done([text, errors]);
        next();
      },
    });
    const { pipe } = renderToPipeableStream(element, {
      onAllReady: () => pipe(target),
      onError: (error) => {
        errors.push(error.message);
        return 'digest';
      },
      onShellError: (error) => done([error.message, errors]),
      nonce: 'n',
      bootstrapScripts: ['b.js'],
      bootstrapScriptContent: 'go()',
      ...options,
    });
  });
await attemptLater('stream', () =>
  stream(
    h(
      'html',
      null,
      h(
        'body',
        null,
        page,
        h(Suspense, { fallback: 'wait' }, h(Lazy, { text: 'lazily' }), h(Using)),
        h(Suspense, { fallback: 'bad' }, h(Failing)),
      ),
    ),
  ),
);
await attemptLater('shell fails', () => stream(h(Failing)));
await attemptLater('early', () =>
  stream(h(Suspense, { fallback: h('p', null, 'wait') }, h(Using)), { progressiveChunkSize: 1 }),
);
for (const wrong of [
  h('p', null, {}),
  h(undefined),
  h('br', null, 'x'),
  h('p', { style: 'x' }),
  h('p', { dangerouslySetInnerHTML: 1 }),
  h(Boundary, null, h(Failing)),
  h(() => undefined),
  h(class {}),
  h('<'),
])
  attempt('wrong', () => renderToString(wrong));
attempt('children', () => [
  Children.count([1, [2, null], h('a')]),
  Children.toArray([h('a', { key: 'k' }), ['x', [true]]]).map((child) => child.key ?? child),
  Children.map([1, 2], (n, at) => n * at),
  React.isValidElement(page),
  cloneElement(h('a', { b: 1 }, 'c'), { d: 2 }).props,
]);
attempt('only', () => Children.only([1]));
show('created', [React.createRef(), h('a', { key: 1, ref: null, b: 2 }).key, React.version.split('.').length]);
