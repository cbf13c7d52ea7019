import type { FlagGroup } from './flag.js';

/** Of commands whose report may be longer than a screen. */
export interface PagerFlag {
  readonly pager: boolean;
}

export const pagerFlag: FlagGroup = {
  heading: 'Terminal:',
  flags: [{ names: '--no-pager', text: 'print a long report at once, not through $PAGER or less' }],
};
