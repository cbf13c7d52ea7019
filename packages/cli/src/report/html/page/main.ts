/** The page of a report: puts its parts together and keeps what the reader has chosen. */
import type { PageData } from '../page-data.js';
import { addressOf, placeFrom } from './address.js';
import { element } from './element.js';
import { hottestFirst, orderedEntries } from './function-order.js';
import { functionTable } from './function-table.js';
import { helpDialog } from './help-dialog.js';
import { keyActions } from './key-actions.js';
import { listenForKeys } from './keys.js';
import { lineDetails } from './line-details.js';
import { metrics } from './metrics.js';
import { modelOf } from './model.js';
import { sourceView } from './source-view.js';
import type { Chosen, State } from './state.js';
import { applyTheme, keptTheme, nextTheme } from './theme.js';
import { topBar } from './top-bar.js';

const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData;
const model = modelOf(data);
const placeNow = () => placeFrom(location.hash, data.listings.length);

let state: State = {
  place: placeNow(),
  metric: model.metrics[0] ?? metrics[0],
  order: hottestFirst,
  query: '',
};
const hottest = orderedEntries(model.entries, '', hottestFirst, state.metric)[0] ?? null;
/** Wide pages show a function from the beginning; narrow ones begin with the table. */
const current = () => (state.place.listing === null ? hottest : (model.entries[state.place.listing] ?? null));

const chosen: Chosen = {
  goTo(place) {
    location.hash = addressOf(place);
  },
  chooseLine(line) {
    const listing = current()?.index ?? null;
    history.replaceState(null, '', addressOf({ listing, line }));
    show({ ...state, place: { listing, line } });
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

const bar = topBar(data, model.metrics, {
  metric: (metric) => chosen.change({ metric }),
  theme: turnTheme,
  help: () => help.showModal(),
});
const functions = functionTable(model, chosen);
const source = sourceView(model, chosen);
const details = lineDetails(data.timed);
const actions = keyActions({
  model,
  chosen,
  functions,
  source,
  now: () => ({ state, current: current() }),
  turnTheme,
  showHelp: () => help.showModal(),
});
const help = helpDialog(actions, model.metrics);

source.pane.append(details.bar);
document.body.append(bar.bar, element('main', {}, functions.pane, source.pane), help);

function show(next: State): void {
  state = next;
  const entry = current();
  document.body.dataset['pane'] = state.place.listing === null ? 'functions' : 'source';
  bar.show(state);
  functions.show(state, entry);
  source.pane.hidden = entry === null;
  if (entry === null) return;
  const open = model.opened(entry);
  source.show(open, state.metric, state.place.line);
  details.show(open, source.chosenRow, source.links);
}

window.addEventListener('hashchange', () => show({ ...state, place: placeNow() }));
// Media queries recolour the page by themselves, the map is painted.
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => source.repaint());
listenForKeys(actions);
showTheme();
show(state);
