/** All numbers of the chosen line in words: where columns are hidden, and for readers that cannot see them. */
import { visible } from '../../../visible-text.js';
import { addressOf } from './address.js';
import { element } from './element.js';
import { detailTexts } from './line-columns.js';
import type { LineLink } from './line-links.js';
import type { OpenListing } from './model.js';

export interface LineDetails {
  readonly bar: HTMLElement;
  show(open: OpenListing, at: number, links: readonly LineLink[]): void;
}

export function lineDetails(timed: boolean): LineDetails {
  const bar = element('div', { class: 'details', role: 'status' });
  return {
    bar,
    show({ rows }, at, links) {
      const row = rows[at];
      bar.hidden = row === undefined;
      if (row === undefined) return bar.replaceChildren();
      const texts = row.cells === null ? ['did not run, or holds nothing to run'] : detailTexts(row.cells, timed);
      bar.replaceChildren(
        element('strong', {}, `Line ${row.line}`),
        ...texts.map((text) => element('span', {}, text)),
        ...links.map(({ kind, entry }) =>
          element(
            'span',
            {},
            kind === 'begins' ? 'begins ' : 'perhaps calls ',
            element('a', { href: addressOf({ listing: entry.index, line: null }) }, visible(entry.listing.name)),
            kind === 'begins' ? '' : ' (a guess: the same name)',
          ),
        ),
      );
    },
  };
}
