/** A function of two profiles as a sheet: its lines before and after. */
import { visible } from '../../../visible-text.js';
import { mayHaveJsx, type Piece, piecesOf } from '../../code-pieces.js';
import { readableDuration } from '../../duration.js';
import type { FunctionDiff, LineDiff, LineSign } from '../page-data.js';
import type { Entry, Sheet, SheetColumn } from './book.js';
import { element } from './element.js';
import { pieceNode } from './line-row.js';
import { changeNodes, countText, durationNodes, signedPercentText } from './shown-number.js';

const signs: Readonly<Record<LineSign, string>> = {
  same: '',
  moved: '>',
  edited: '~',
  old: '~',
  removed: '−',
  added: '+',
};

const words: Readonly<Record<LineSign, string>> = {
  same: 'unchanged',
  moved: 'moved',
  edited: 'edited',
  old: 'the text before the edit',
  removed: 'removed',
  added: 'new',
};

export function diffSheet(entry: Entry, fn: FunctionDiff, timed: boolean): Sheet {
  const { lines } = fn;
  const texts = lines.map((line) => line[8]);
  const pieces = piecesOf(texts, mayHaveJsx(fn.path));
  const changes = lines.map((line) => changeOf(line, timed));
  const most = changes.reduce<number>((max, change) => Math.max(max, Math.abs(change ?? 0)), 0);
  const heat = changes.map((change) => (change === null ? null : most > 0 ? change / most : 0));
  return {
    entry,
    title: titleOf(fn, timed),
    notes: fn.notes,
    columns: columnsOf(lines, timed),
    texts,
    heat,
    rowAt: (at) => diffRow(lines[at]!, pieces[at] ?? [], heat[at] ?? null, timed),
    // A line of the code may be in two rows, so rows are called by their own number, from 1.
    addressAt: (at) => at + 1,
    rowOf: (row) => (row >= 1 && row <= lines.length ? row - 1 : null),
    detailsAt: (at) => detailsOf(lines[at]!, timed),
    linksAt: () => [],
  };
}

/** Lines that never ran have none. */
function changeOf(
  [sign, , , hitsBefore, hitsAfter, beforeNs, afterNs, isNoise]: LineDiff,
  timed: boolean,
): number | null {
  if (sign === 'old' || (hitsBefore === null && hitsAfter === null)) return null;
  if (timed) return isNoise === 1 ? 0 : (afterNs ?? 0) - (beforeNs ?? 0);
  return (hitsAfter ?? 0) - (hitsBefore ?? 0);
}

function columnsOf(lines: readonly LineDiff[], timed: boolean): readonly SheetColumn[] {
  const lineDigits = Math.max(4, String(lines.length + Math.max(lines[0]?.[1] ?? 0, lines[0]?.[2] ?? 0)).length);
  const mostHits = lines.reduce((most, [, , , before, after]) => Math.max(most, before ?? 0, after ?? 0), 0);
  const hitsWidth = Math.max(countText(mostHits).length, 6);
  const column = (title: string, meaning: string, classes: string, widthInCharacters: number): SheetColumn => ({
    title,
    meaning,
    classes,
    widthInCharacters,
  });
  return [
    column('', 'What became of the line', 'sign', 1),
    column('Was', 'Line before', 'line-number other roomy', lineDigits),
    column('Line', 'Line after', 'line-number', lineDigits),
    column('Hits was', 'Hits before', 'number other', hitsWidth + 2),
    column('Hits', 'Hits after', timed ? 'number other' : 'number chosen', hitsWidth),
    ...(timed
      ? [
          column('Time was', 'Time before', 'number other', 9),
          column('Time', 'Time after', 'number other', 9),
          column('Change', 'Time after less time before', 'number chosen', 11),
          column('%', 'Change as a part of the time before', 'number companion', 8),
        ]
      : []),
  ];
}

function diffRow(line: LineDiff, pieces: readonly Piece[], heat: number | null, timed: boolean): HTMLTableRowElement {
  const [sign, lineBefore, lineAfter, hitsBefore, hitsAfter, beforeNs, afterNs, isNoise] = line;
  const cell = (classes: string, nodes: readonly (Node | string)[]) => element('td', { class: classes }, ...nodes);
  const count = (value: number | null) => (value === null ? [] : [countText(value)]);
  const time = (value: number | null) => (value === null ? [] : durationNodes(value));
  const hasRun = hitsBefore !== null || hitsAfter !== null;
  const changeNs = (afterNs ?? 0) - (beforeNs ?? 0);
  const code = element('code', {}, ...pieces.map(pieceNode));
  const row = element(
    'tr',
    { class: `${sign}${hasRun || sign === 'old' ? '' : ' cold'}` },
    element('td', { class: 'sign', 'aria-label': words[sign] }, signs[sign]),
    cell(
      'line-number other roomy',
      count(lineBefore).map((text) => text.replaceAll(',', '')),
    ),
    element('th', { scope: 'row', class: 'line-number' }, lineAfter === null ? '' : String(lineAfter)),
    cell('number other', count(hitsBefore)),
    cell(timed ? 'number other' : 'number chosen', count(hitsAfter)),
    ...(timed
      ? [
          cell('number other', time(beforeNs)),
          cell('number other', time(afterNs)),
          cell('number chosen', hasRun && changeNs !== 0 ? changeNodes(changeNs, isNoise === 1) : []),
          cell(
            'number companion',
            hasRun && beforeNs !== null && beforeNs > 0 && afterNs !== null
              ? [signedPercentText(changeNs / beforeNs)]
              : [],
          ),
        ]
      : []),
    element('td', { class: 'code' }, code),
  );
  if (heat !== null && heat !== 0) {
    row.classList.add(heat > 0 ? 'loss' : 'gain');
    row.style.setProperty('--part', String(Math.abs(heat)));
    row.style.setProperty('--heat', `${Math.round(Math.sqrt(Math.abs(heat)) * 100)}%`);
  }
  return row;
}

function titleOf({ path, line, callsBefore, callsAfter, time }: FunctionDiff, timed: boolean): readonly Node[] {
  return [
    element('p', { class: 'where' }, `${visible(path)}:${line}`),
    element(
      'p',
      { class: 'sums' },
      `${countText(callsBefore)} → ${countText(callsAfter)} calls`,
      ...(timed ? [` · ${readableDuration(time.beforeNs)} → ${readableDuration(time.afterNs)}`] : []),
    ),
  ];
}

/** All numbers of a row in words: where columns are hidden, and for readers that cannot see them. */
function detailsOf(line: LineDiff, timed: boolean): readonly Node[] {
  const [sign, lineBefore, lineAfter, hitsBefore, hitsAfter, beforeNs, afterNs, isNoise] = line;
  const count = (value: number | null) => (value === null ? '–' : countText(value));
  const time = (value: number | null) => (value === null ? '–' : readableDuration(value));
  const texts = [
    words[sign],
    ...(sign === 'old' ? [] : [`line ${lineBefore ?? '–'} → ${lineAfter ?? '–'}`]),
    ...(hitsBefore === null && hitsAfter === null ? [] : [`hits ${count(hitsBefore)} → ${count(hitsAfter)}`]),
    ...(timed && (beforeNs !== null || afterNs !== null) ? [`time ${time(beforeNs)} → ${time(afterNs)}`] : []),
    ...(isNoise === 1 ? ['the change may be error'] : []),
  ];
  return texts.map((text) => element('span', {}, text));
}
