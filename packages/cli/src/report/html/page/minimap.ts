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

  /** All but the frame, kept: scrolling paints no row anew. */
  const picture = element('canvas');

  const drawnHeight = () => Math.min(canvas.clientHeight, texts.length * HIGHEST_ROW);

  function paintRows(): void {
    const scale = window.devicePixelRatio;
    for (const one of [canvas, picture]) {
      one.width = Math.round(canvas.clientWidth * scale);
      one.height = Math.round(canvas.clientHeight * scale);
    }
    const context = picture.getContext('2d');
    if (context !== null && canvas.clientHeight > 0 && texts.length > 0) {
      context.scale(scale, scale);
      paintHeat(context);
    }
    paintFrame();
  }

  function paintHeat(context: CanvasRenderingContext2D): void {
    const colours = getComputedStyle(canvas);
    const [hot, gain, ink] = ['--hot', '--gain', '--text'].map((name) => colours.getPropertyValue(name));
    const width = canvas.clientWidth;
    const rowHeight = drawnHeight() / texts.length;
    const thick = Math.max(rowHeight - (rowHeight > 2 ? 1 : 0), 1);
    const step = Math.max(1, Math.floor(1 / rowHeight));
    for (let first = 0; first < texts.length; first += step) {
      const at = hottestOf(heat, first, Math.min(first + step, texts.length));
      const value = heat[at] ?? 0;
      const top = first * rowHeight;
      context.globalAlpha = 0.25 + 0.75 * Math.sqrt(Math.abs(value));
      context.fillStyle = (value > 0 ? hot : gain) ?? '';
      if (value !== 0) context.fillRect(0, top, width, thick);
      if (rowHeight < 1) continue;
      const text = texts[at] ?? '';
      const left = Math.min((text.length - text.trimStart().length) / CHARACTERS, 1) * width;
      const right = Math.min(text.trimEnd().length / CHARACTERS, 1) * width;
      context.globalAlpha = value === 0 ? 0.3 : 0.55;
      context.fillStyle = ink ?? '';
      if (right > left) context.fillRect(left, top, right - left, Math.min(thick, 2));
    }
  }

  function paintFrame(): void {
    const context = canvas.getContext('2d');
    if (context === null || canvas.width === 0 || canvas.height === 0) return;
    const scale = window.devicePixelRatio;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0);
    context.scale(scale, scale);
    const top = seen.from * drawnHeight();
    const height = Math.max((seen.to - seen.from) * drawnHeight() - 1.5, 3);
    context.strokeStyle = getComputedStyle(canvas).getPropertyValue('--accent');
    context.lineWidth = 1.5;
    context.strokeRect(0.75, top + 0.75, canvas.clientWidth - 1.5, height);
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
  new ResizeObserver(paintRows).observe(canvas);

  return {
    canvas,
    draw(nextTexts, nextHeat) {
      texts = nextTexts;
      heat = nextHeat;
      paintRows();
    },
    frame(nextSeen) {
      if (nextSeen.from === seen.from && nextSeen.to === seen.to) return;
      seen = nextSeen;
      paintFrame();
    },
    repaint: paintRows,
  };
}

/** Of rows that share a pixel, the hottest is seen. */
function hottestOf(heat: readonly (number | null)[], first: number, end: number): number {
  let hottest = first;
  for (let at = first + 1; at < end; at++) if (Math.abs(heat[at] ?? 0) > Math.abs(heat[hottest] ?? 0)) hottest = at;
  return hottest;
}
