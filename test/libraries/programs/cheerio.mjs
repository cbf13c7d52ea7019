import { load } from 'cheerio';
import { attempt, show } from './show.mjs';

const html = `<!doctype html><html><head><title>T &amp; U</title><meta charset=utf-8></head><body class="a b" data-x='{"y":1}'>
<ul id=list><li class=apple>Apple<li class="pear sweet">Pear<li>Plum <b>ripe</b></ul><table><tr><td>1<td>2<tr><td colspan=2>3</table>
<form><input name=q value=1><input type=checkbox name=c checked><select name=s multiple><option selected>o<option value=p selected>P</select><textarea name=t>
text</textarea></form><p>a<p>b<div>c<span>d</span></p><svg><circle r=1 /><foreignObject><p>x</foreignObject></svg><!-- note --><script>if (a < b) {}</script><a href="/x?y=1&amp;z">link</a>
<template><i>in</i></template><math><mi>x</mi></math><font color=red><b><i>mis</b>nested</i></font></body></html>`;
const $ = load(html);
const selectors = [
  'li',
  '#list > li',
  'li.apple + li',
  'li:nth-child(2n+1)',
  'li:not(.apple)',
  '[name^=q]',
  'li:contains("Plum")',
  'ul li:last-child b',
  'p ~ div',
  ':checked',
  'td[colspan]',
  ':is(p, span)',
  'body :has(b)',
  'li:first',
  'li:eq(1)',
  'input:even',
  '*:empty',
  ':root',
  ':header',
  'a[href*="y=1" i]',
  'option:selected',
  'li:gt(0)',
  'x|y',
  'li[',
  ':unknown',
  'svg > *',
  'p:only-child',
  '.sweet:parent',
];
for (const selector of selectors)
  attempt(selector, () =>
    $(selector)
      .toArray()
      .map((element) => $.html(element)),
  );
const list = $('#list');
const steps = {
  text: () => list.text(),
  next: () => list.next().prop('tagName'),
  parents: () =>
    $('b')
      .parents()
      .map((_, element) => element.name)
      .get(),
  closest: () => $('b').closest('ul').attr('id'),
  siblings: () => $('.apple').siblings('.sweet').length,
  index: () => $('.sweet').index(),
  append: () => list.append('<li>New', $('<li>').text('<x>')).children().length,
  prepend: () => list.prepend((index) => `<li>${index}`).html(),
  before: () => $('.sweet').before('<li>before').prev().text(),
  after: () => $('.sweet').after('<hr>').next().is('hr'),
  wrap: () => $('b').first().wrap('<u class=w><em>').parents('.w').html(),
  unwrap: () => $('span').unwrap().parent()[0].name,
  wrapAll: () => $('p').wrapAll('<section>').parent().html(),
  replace: () => $('.apple').replaceWith('<li>replaced').length,
  remove: () => $('li').remove(':contains("before")').length,
  empty: () => $('table').empty().html(),
  clone: () => $('form').clone().find('input').length,
  attr: () => [
    $('a').attr('href'),
    $('a').attr({ target: '_blank', rel: null }).attr('rel', 'x').removeAttr('href').toString(),
  ],
  data: () => [$('body').data(), $('body').data('x').y, $('body').data('z', 3).data('z')],
  css: () => $('p').css({ color: 'red', top: '1px' }).css('color', '').attr('style'),
  classes: () => $('body').addClass('c d').removeClass('a').toggleClass('b e').attr('class'),
  value: () => [$('select').val(), $('textarea').val(), $('input').val('9').val()],
  serialize: () => [$('form').serialize(), $('form').serializeArray()],
  each: () => {
    const seen = [];
    $('li').each((index, element) => {
      seen.push($(element).text());
      return index < 2;
    });
    return seen;
  },
  filter: () =>
    $('li')
      .filter((index) => index % 2 === 0)
      .not(':last')
      .add('p')
      .slice(1, 3)
      .end().length,
  contents: () =>
    $('body')
      .contents()
      .toArray()
      .map(({ type }) => type),
  extract: () => $.extract({ title: 'title', items: ['li'], first: { selector: 'a', value: 'outerHTML' } }),
  props: () => [$('input').prop('checked'), $('a').prop('outerHTML'), $('b').prop('nodeName')],
  iterated: () => [...$('li')].length,
  root: () => $.root().children().length,
  contains: () => $.contains($('body')[0], $('li')[0]),
  parsed: () => $.parseHTML('<p>x<script>y</script>', false).length,
  merged: () => $.merge([1], [2]),
  xml: () => $.xml(),
  html: () => $.html(),
};
for (const [name, step] of Object.entries(steps)) attempt(name, step);
const xml = load('<?xml version="1.0"?><a xmlns:q="u"><q:b c="1"/><![CDATA[<raw>]]>&lt;<D/></a>', {
  xml: { decodeEntities: true, xmlMode: true },
});
show('xml', [xml.xml(), xml('q\\:b').attr('c'), xml('D').length]);
show('fragment', load('<tr><td>x', null, false).html());
for (const part of html.match(/[^<]*<[^>]*>/g).map((_, index, all) => all.slice(0, index).join('')))
  show('cut off', load(part)('body').html().length);
for (const entity of ['&nbsp;', '&notit;', '&#x41;', '&#0;', '&#128;', '&unknown;', '&amp', '&ngE;', '&#x110000;'])
  show(entity, load(`<p title="${entity}=">${entity}x`)('p').toString());
