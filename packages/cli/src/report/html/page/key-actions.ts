/** The page's keys, in the order in which `?` tells them. */
import type { Book } from './book.js';
import type { EntryTable } from './entry-table.js';
import type { KeyAction } from './keys.js';
import type { SourceView } from './source-view.js';
import type { Chosen } from './state.js';

export interface KeyedParts {
  readonly book: Book;
  readonly chosen: Chosen;
  readonly functions: EntryTable;
  readonly source: SourceView;
  readonly turnTheme: () => void;
  readonly showHelp: () => void;
}

export function keyActions({ book, chosen, functions, source, turnTheme, showHelp }: KeyedParts): readonly KeyAction[] {
  const toRow = (at: number) => {
    const { sheet } = source;
    if (sheet !== null && at >= 0 && at < sheet.texts.length) chosen.chooseRow(sheet.addressAt(at));
  };
  const toFunction = (step: 1 | -1) => {
    const next = functions.neighbour(source.sheet?.entry ?? null, step);
    if (next !== null) chosen.goTo({ entry: next.index, row: null });
  };
  /** Among rows by heat: from none, the hottest. */
  const toHotter = (step: 1 | -1) => {
    const rank = source.hottest.indexOf(source.chosenRow);
    toRow(source.hottest[rank < 0 ? 0 : rank + step] ?? -1);
  };
  const isSearching = () => document.activeElement === functions.search;
  const leave = () => {
    if (!isSearching()) return chosen.chooseRow(null);
    functions.search.value = '';
    functions.search.blur();
    chosen.change({ query: '' });
  };
  const follow = () => {
    const [link] = source.sheet?.linksAt(source.chosenRow) ?? [];
    const found = isSearching() ? functions.neighbour(null, 1) : link?.to;
    functions.search.blur();
    if (found != null) chosen.goTo({ entry: found.index, row: null });
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
      keys: book.metrics.map((_, at) => String(at + 1)),
      shown: `1 – ${book.metrics.length}`,
      does: 'heat by another metric',
      act: (key) => {
        const metric = book.metrics[Number(key) - 1];
        if (metric !== undefined) chosen.change({ metric });
      },
    },
    { keys: ['t'], shown: 't', does: 'theme: system, light, dark', act: turnTheme },
    { keys: ['Escape'], shown: 'Esc', does: 'leave the search, or the line', act: leave },
    { keys: ['?'], shown: '?', does: 'this help', act: showHelp },
  ];
}
