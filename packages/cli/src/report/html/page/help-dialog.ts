/** What `?` shows: the keys, and what the page's signs mean. */
import type { Book } from './book.js';
import { element } from './element.js';
import type { KeyAction } from './keys.js';

export function helpDialog(actions: readonly KeyAction[], { metrics, signs }: Book): HTMLDialogElement {
  const close = element('button', { type: 'submit', class: 'plain-button' }, 'Close');
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'help-title' },
    element(
      'form',
      { method: 'dialog' },
      // First, for what has the focus is scrolled to.
      close,
      element('h2', { id: 'help-title' }, 'Keys'),
      list(actions.map(({ shown, does }) => [shown, does])),
      element('h2', {}, 'Heat and columns'),
      list(metrics.map(({ title, meaning }) => [title, meaning])),
      element('h2', {}, 'Signs'),
      list(signs),
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
