/** Numbers as a cell shows them. */
import { readableDuration } from '../../duration.js';
import { element } from './element.js';

/** The unit stands in a field of its own width, so that digits stand below digits. */
export function durationNodes(ns: number): readonly (Node | string)[] {
  const [digits = '', unit = ''] = readableDuration(ns).split(' ');
  return [digits, element('span', { class: 'unit' }, ` ${unit}`)];
}

const grouped = new Intl.NumberFormat('en');

export function countText(count: number): string {
  return grouped.format(count);
}

export function percentText(share: number): string {
  const percent = share * 100;
  return percent >= 10_000 ? `${countText(Math.round(percent))}` : percent.toFixed(1);
}

/** With its sign; `≈` where it may be error. */
export function changeNodes(ns: number, isNoise: boolean): readonly (Node | string)[] {
  const sign = ns === 0 ? '' : ns < 0 ? '−' : '+';
  return [sign, ...durationNodes(Math.abs(ns)), isNoise ? '≈' : '\u00a0'];
}

/** Empty where there is nothing to compare with. */
export function signedPercentText(share: number | null): string {
  if (share === null || share === 0) return '';
  return `${share < 0 ? '−' : '+'}${percentText(Math.abs(share))}`;
}
