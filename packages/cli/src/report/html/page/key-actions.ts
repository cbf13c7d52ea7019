/** The page's keys, in the order in which `?` tells them. */
import { addressOf } from './address.js';
import type { FunctionEntry } from './function-order.js';
import type { FunctionTable } from './function-table.js';
import type { KeyAction } from './keys.js';
import type { Model } from './model.js';
import type { SourceView } from './source-view.js';
import type { Chosen, State } from './state.js';

export interface KeyedParts {
  readonly model: Model;
  readonly chosen: Chosen;
  readonly functions: FunctionTable;
  readonly source: SourceView;
  readonly now: () => { readonly state: State; readonly current: FunctionEntry | null };
  readonly turnTheme: () => void;
  readonly showHelp: () => void;
}

export function keyActions({
  model,
  chosen,
  functions,
  source,
  now,
  turnTheme,
  showHelp,
}: KeyedParts): readonly KeyAction[] {
  const toRow = (row: number) => {
    const { current } = now();
    const line = current === null ? undefined : model.opened(current).rows[row]?.line;
    if (line !== undefined) chosen.chooseLine(line);
  };
  const toFunction = (step: 1 | -1) => {
    const next = functions.neighbour(now().current, step);
    if (next !== null) chosen.goTo({ listing: next.index, line: null });
  };
  /** Among lines by heat: from none, the hottest. */
  const toHotter = (step: 1 | -1) => {
    const rank = source.hottest.indexOf(source.chosenRow);
    const row = source.hottest[rank < 0 ? 0 : rank + step];
    if (row !== undefined) toRow(row);
  };
  const leave = () => {
    if (document.activeElement === functions.search) {
      functions.search.value = '';
      chosen.change({ query: '' });
      functions.search.blur();
    } else chosen.chooseLine(null);
  };
  const follow = () => {
    if (document.activeElement === functions.search) {
      toFunctionFound();
      return;
    }
    const [first] = source.links;
    if (first !== undefined) location.hash = addressOf({ listing: first.entry.index, line: null });
  };
  const toFunctionFound = () => {
    const found = functions.neighbour(null, 1);
    if (found === null) return;
    chosen.goTo({ listing: found.index, line: null });
    functions.search.blur();
  };

  return [
    { keys: ['/'], shown: '/', does: 'search functions; Enter opens the first', act: () => functions.search.select() },
    { keys: ['n'], shown: 'n', does: 'next function of the table', act: () => toFunction(1) },
    { keys: ['p'], shown: 'p', does: 'previous function', act: () => toFunction(-1) },
    { keys: ['j', 'ArrowDown'], shown: 'j ↓', does: 'next line', act: () => toRow(source.chosenRow + 1) },
    {
      keys: ['k', 'ArrowUp'],
      shown: 'k ↑',
      does: 'previous line',
      act: () => toRow(Math.max(source.chosenRow - 1, 0)),
    },
    { keys: ['h'], shown: 'h', does: 'hottest line, then the next hottest', act: () => toHotter(1) },
    { keys: ['H'], shown: 'H', does: 'back to the hotter line', act: () => toHotter(-1) },
    { keys: ['Enter'], shown: 'Enter', does: 'open the function that the line leads to', act: follow },
    {
      keys: model.metrics.map((_, at) => String(at + 1)),
      shown: `1 – ${model.metrics.length}`,
      does: 'heat by another metric',
      act: (key) => {
        const metric = model.metrics[Number(key) - 1];
        if (metric !== undefined) chosen.change({ metric });
      },
    },
    { keys: ['t'], shown: 't', does: 'theme: system, light, dark', act: turnTheme },
    { keys: ['Escape'], shown: 'Esc', does: 'leave the search, or the line', act: leave },
    { keys: ['?'], shown: '?', does: 'this help', act: showHelp },
  ];
}
