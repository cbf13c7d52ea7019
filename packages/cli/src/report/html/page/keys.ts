/** What keys do. `?` shows this table, so it is all there is. */
export interface KeyAction {
  /** As `KeyboardEvent.key` has them. */
  readonly keys: readonly string[];
  readonly shown: string;
  readonly does: string;
  readonly act: (key: string) => void;
}

/** Keys that are typed into a field, or held with Ctrl, Alt or Meta, are not for the page. */
export function listenForKeys(actions: readonly KeyAction[]): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]') !== null) return;
    const action = actions.find(({ keys }) => keys.includes(event.key));
    if (action === undefined || isForElement(event.target, event.key)) return;
    event.preventDefault();
    action.act(event.key);
  });
}

function isForElement(target: EventTarget | null, key: string): boolean {
  if (target instanceof HTMLInputElement) {
    if (target.type === 'radio') return key.startsWith('Arrow');
    return key !== 'Escape' && key !== 'ArrowDown' && key !== 'Enter';
  }
  return key === 'Enter' && (target instanceof HTMLAnchorElement || target instanceof HTMLButtonElement);
}
