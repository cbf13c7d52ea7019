/** Building a large text: concatenation, padding, replacing and joining. */
const ROWS = 1_000;

function escapeText(text) {
  let escaped = '';
  for (const character of text) {
    if (character === '<') escaped += '&lt;';
    else if (character === '&') escaped += '&amp;';
    else escaped += character;
  }
  return escaped;
}

function renderRow(row) {
  let html = '<tr>';
  for (const [name, value] of Object.entries(row)) {
    const text = escapeText(String(value));
    html += `<td class="${name}">`;
    html += text.padStart(8, ' ');
    html += '</td>';
  }
  html += '</tr>';
  return html;
}

function renderTable(rows) {
  const lines = [];
  for (const row of rows) {
    lines.push(renderRow(row));
  }
  return lines.join('\n').replaceAll('  ', ' ');
}

const rows = Array.from({ length: ROWS }, (_, id) => ({
  id,
  name: `<name & ${id % 13}>`,
  price: ((id * 7919) % 1000) / 8,
  tags: ['a', 'b&c', `t${id % 5}`].join('<'),
}));

export function run() {
  const html = renderTable(rows);
  let sum = html.length;
  for (let index = 0; index < html.length; index += 97) sum = (sum * 31 + html.charCodeAt(index)) % 1_000_003;
  return sum;
}
