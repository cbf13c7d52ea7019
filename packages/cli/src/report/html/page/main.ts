/** The page of a report: puts its parts together and keeps what the reader has chosen. */
import type { PageData } from '../page-data.js';
import { addressOf, placeFrom } from './address.js';
import type { Book, Entry, Sheet } from './book.js';
import { diffBook } from './diff-book.js';
import { element } from './element.js';
import { orderedEntries } from './entry-order.js';
import { entryTable } from './entry-table.js';
import { helpDialog } from './help-dialog.js';
import { keyActions } from './key-actions.js';
import { listenForKeys } from './keys.js';
import { profileBook } from './profile-book.js';
import { sourceView } from './source-view.js';
import type { Chosen, State } from './state.js';
import { applyTheme, keptTheme, nextTheme } from './theme.js';
import { topBar } from './top-bar.js';

const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData;
const book: Book = data.kind === 'profile' ? profileBook(data) : diffBook(data);
const placeNow = () => placeFrom(location.hash, book.entries.length);

const opening = book.columnsFor(book.metrics[0]).at(-1)!;
let state: State = {
  place: placeNow(),
  metric: book.metrics[0],
  order: { key: opening.key, descending: opening.largestFirst },
  query: '',
};
const first = orderedEntries(book.entries, '', opening, opening.largestFirst)[0] ?? null;
/** Wide pages show a function from the beginning; narrow ones begin with the table. */
const current = () => (state.place.entry === null ? first : (book.entries[state.place.entry] ?? null));

const chosen: Chosen = {
  goTo(place) {
    if (addressOf(place) === addressOf(placeNow())) return;
    // At once, where `location.hash` would show it one event later: the next key counts from here.
    history.pushState(null, '', addressOf(place));
    show({ ...state, place });
  },
  chooseRow(row) {
    const place = { entry: current()?.index ?? null, row };
    history.replaceState(null, '', addressOf(place));
    show({ ...state, place });
  },
  change(parts) {
    show({ ...state, ...parts });
  },
};

let theme = keptTheme();
function turnTheme(): void {
  theme = nextTheme(theme);
  showTheme();
}
function showTheme(): void {
  applyTheme(theme);
  bar.showTheme(theme);
  source.repaint();
}

const showHelp = () => help.showModal();
const bar = topBar(data, book.metrics, {
  metric: (metric) => chosen.change({ metric }),
  theme: turnTheme,
  help: showHelp,
});
const functions = entryTable(book, chosen);
const source = sourceView(chosen);
const actions = keyActions({ book, chosen, functions, source, turnTheme, showHelp });
const help = helpDialog(actions, book);
document.body.append(bar.bar, element('main', {}, functions.pane, source.pane), help);

let latest: { readonly entry: Entry; readonly metric: State['metric']; readonly sheet: Sheet } | null = null;
/** The same as long as function and metric are. */
function sheetOf(entry: Entry, metric: State['metric']): Sheet {
  if (latest?.entry !== entry || latest.metric !== metric)
    latest = { entry, metric, sheet: book.sheetOf(entry, metric) };
  return latest.sheet;
}

function show(next: State): void {
  state = next;
  const entry = current();
  document.body.dataset['pane'] = state.place.entry === null ? 'functions' : 'source';
  bar.show(state);
  functions.show(state, entry);
  source.pane.hidden = entry === null;
  if (entry !== null) source.show(sheetOf(entry, state.metric), state.place.row);
}

window.addEventListener('hashchange', () => show({ ...state, place: placeNow() }));
// Media queries recolour the page by themselves, the map is painted.
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => source.repaint());
listenForKeys(actions);
showTheme();
show(state);
