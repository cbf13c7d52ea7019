/** What the page is about, and the switches that hold for all of it. */
import { visible } from '../../../visible-text.js';
import type { PageData } from '../page-data.js';
import type { BookMetric } from './book.js';
import { element } from './element.js';
import type { State } from './state.js';
import type { Theme } from './theme.js';

export interface TopBar {
  readonly bar: HTMLElement;
  show(state: Pick<State, 'metric'>): void;
  showTheme(theme: Theme): void;
}

export interface TopBarActions {
  metric(metric: BookMetric): void;
  theme(): void;
  help(): void;
}

export function topBar(data: PageData, metrics: readonly BookMetric[], actions: TopBarActions): TopBar {
  const radios = metrics.map((metric, at) => {
    const input = element('input', { type: 'radio', name: 'metric', value: metric.key });
    input.addEventListener('change', () => actions.metric(metric));
    const label = element('label', { title: `${metric.meaning} (key ${at + 1})` }, input, metric.title);
    return { metric, input, label };
  });
  const choice = element(
    'fieldset',
    { class: 'metrics' },
    element('legend', {}, 'Heat by'),
    ...radios.map(({ label }) => label),
  );
  const theme = element('button', { type: 'button', class: 'plain-button', 'aria-keyshortcuts': 't' });
  theme.addEventListener('click', actions.theme);
  const help = element(
    'button',
    { type: 'button', class: 'plain-button', 'aria-label': 'Keys and columns', 'aria-keyshortcuts': '?' },
    '?',
  );
  help.addEventListener('click', actions.help);

  const title = visible(data.title);
  const bar = element(
    'header',
    { class: 'top' },
    element('h1', { title }, element('span', { class: 'mark', 'aria-hidden': 'true' }), title),
    element(
      'dl',
      { class: 'facts' },
      ...data.facts.map(({ label, text }) =>
        element('div', {}, element('dt', {}, `${label}:`), ' ', element('dd', {}, visible(text))),
      ),
    ),
    element('div', { class: 'switches' }, ...(radios.length > 1 ? [choice] : []), theme, help),
  );
  return {
    bar,
    show({ metric }) {
      for (const radio of radios) radio.input.checked = radio.metric === metric;
    },
    showTheme(current) {
      theme.textContent = themeSigns[current];
      theme.setAttribute('aria-label', `Theme: ${current}`);
      theme.title = `Theme: ${current} (key t)`;
    },
  };
}

const themeSigns: Readonly<Record<Theme, string>> = { system: '◐', light: '○', dark: '●' };
