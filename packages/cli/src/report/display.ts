/** How a report is shown, as valid values; `command-line/display-flags.ts` makes them of flags. */
import type { Selection } from '../profile/selection.js';

export interface DisplayOptions extends Selection {
  readonly unit: Unit;
  readonly summarize: boolean;
  readonly colour: boolean;
}

export type Unit = { readonly kind: 'fixed'; readonly seconds: number } | { readonly kind: 'auto' };
