/** What `?` shows: the keys, and what the page's signs mean. */
import { element } from './element.js';
import type { KeyAction } from './keys.js';
import type { Metric } from './metrics.js';

const signs: readonly (readonly [string, string])[] = [
  ['~', 'the time was sampled; ± is its standard error'],
  ['+', 'some of the time may be missing: an exception left the line where kernts could not see it'],
  ['name?', 'the line may call this profiled function; a guess by name, for a profile does not tell who called it'],
  ['name ↗', 'this profiled function begins on the line and has a listing of its own'],
  ['% Time', 'share of the function’s own total; a recursion can exceed 100 %'],
];

export function helpDialog(actions: readonly KeyAction[], metrics: readonly Metric[]): HTMLDialogElement {
  const close = element('button', { type: 'submit', class: 'plain-button' }, 'Close');
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'help-title' },
    element(
      'form',
      { method: 'dialog' },
      element('h2', { id: 'help-title' }, 'Keys'),
      list(actions.map(({ shown, does }) => [shown, does])),
      element('h2', {}, 'Heat and columns'),
      list(metrics.map(({ title, meaning }) => [title, meaning])),
      element('h2', {}, 'Signs'),
      list(signs),
      close,
    ),
  );
  // Outside its content a click lands on the dialog itself, which is its backdrop.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}

function list(entries: readonly (readonly [string, string])[]): HTMLElement {
  return element(
    'dl',
    {},
    ...entries.flatMap(([term, meaning]) => [element('dt', {}, element('kbd', {}, term)), element('dd', {}, meaning)]),
  );
}
