/** All rows at once beside the source: how long they are, how hot they are, which are in view. A pointer on it scrolls. */
import { element } from './element.js';

export interface Minimap {
  readonly canvas: HTMLCanvasElement;
  draw(texts: readonly string[], heat: readonly (number | null)[]): void;
  /** Which part of the rows is in view, from 0 to 1. */
  frame(seen: { readonly from: number; readonly to: number }): void;
  repaint(): void;
}

/** A row is never drawn higher than this, in CSS pixels. */
const HIGHEST_ROW = 4;
/** So many characters reach the right edge. */
const CHARACTERS = 100;

export function minimap(scroller: HTMLElement): Minimap {
  // What it shows and does, the table and the keys do for those who cannot see or point.
  const canvas = element('canvas', { class: 'minimap', 'aria-hidden': 'true' });
  let texts: readonly string[] = [];
  let heat: readonly (number | null)[] = [];
  let seen = { from: 0, to: 1 };

  const drawnHeight = () => Math.min(canvas.clientHeight, texts.length * HIGHEST_ROW);

  function paint(): void {
    const scale = window.devicePixelRatio;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) return;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (context === null || texts.length === 0) return;
    context.scale(scale, scale);
    const colours = getComputedStyle(canvas);
    const rowHeight = drawnHeight() / texts.length;
    // Of rows that share a pixel the hottest is seen, which is drawn last.
    const order = texts.map((_, at) => at);
    if (rowHeight < 1) order.sort((a, b) => Math.abs(heat[a] ?? 0) - Math.abs(heat[b] ?? 0));
    for (const at of order) {
      const text = texts[at] ?? '';
      const value = heat[at] ?? 0;
      const indent = text.length - text.trimStart().length;
      const top = at * rowHeight;
      const thick = Math.max(rowHeight - (rowHeight > 2 ? 1 : 0), 1);
      if (value !== 0) {
        context.globalAlpha = 0.25 + 0.75 * Math.sqrt(Math.abs(value));
        context.fillStyle = colours.getPropertyValue(value > 0 ? '--hot' : '--gain');
        context.fillRect(0, top, width, thick);
      }
      context.globalAlpha = value !== 0 ? 0.55 : 0.3;
      context.fillStyle = colours.getPropertyValue('--text');
      const left = Math.min(indent / CHARACTERS, 1) * width;
      const right = Math.min(text.trimEnd().length / CHARACTERS, 1) * width;
      if (right > left && rowHeight >= 1) context.fillRect(left, top, right - left, Math.min(thick, 2));
    }
    context.globalAlpha = 1;
    const top = seen.from * drawnHeight();
    const bottom = seen.to * drawnHeight();
    context.strokeStyle = colours.getPropertyValue('--accent');
    context.lineWidth = 1.5;
    context.strokeRect(0.75, top + 0.75, width - 1.5, Math.max(bottom - top - 1.5, 3));
  }

  function scrollTo(event: PointerEvent): void {
    const part = (event.clientY - canvas.getBoundingClientRect().top) / drawnHeight();
    scroller.scrollTop = (part - (seen.to - seen.from) / 2) * scroller.scrollHeight;
  }
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    scrollTo(event);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) scrollTo(event);
  });
  new ResizeObserver(paint).observe(canvas);

  return {
    canvas,
    draw(nextTexts, nextHeat) {
      texts = nextTexts;
      heat = nextHeat;
      paint();
    },
    frame(nextSeen) {
      if (nextSeen.from === seen.from && nextSeen.to === seen.to) return;
      seen = nextSeen;
      paint();
    },
    repaint: paint,
  };
}
