import Handlebars from 'handlebars';
import { attempt, show } from './show.mjs';

const templates = {
  simple: 'Hello {{name}} {{{html}}} {{&html}} {{html}}',
  paths: '{{person.name}} {{person.[first name]}} {{../x}} {{this.name}} {{person/name}} {{@root.name}}',
  each: '{{#each list}}{{@index}}/{{@key}}:{{this}}{{#unless @last}}, {{/unless}}{{else}}none{{/each}}',
  object: '{{#each person as |value key|}}{{key}}={{value}};{{/each}}',
  nested: '{{#each groups}}{{title}}{{#each items}} {{../title}}.{{@../index}}.{{this}}{{/each}}\n{{/each}}',
  conditions: '{{#if a}}A{{else if b}}B{{else}}C{{/if}}{{#unless a}}no{{/unless}}{{#if zero includeZero=true}}0{{/if}}',
  with: '{{#with person as |p|}}{{p.name}} {{name}}{{else}}nobody{{/with}}{{#with none}}x{{else}}empty{{/with}}',
  helpers:
    '{{upper name}} {{join list "-" last="+"}} {{upper (join list ",")}} {{#repeat 3}}{{@n}}{{name}};{{else}}never{{/repeat}}',
  literals: '{{show "a" 1 true null undefined key=\'v\' n=2.5}}',
  partials:
    '{{> card person title="T"}}{{> (lookup . "which")}}{{#> missing}}fallback{{/missing}}{{#> layout}}{{#*inline "body"}}inner {{name}}{{/inline}}{{/layout}}',
  raw: '{{{{raw}}}} {{not.evaluated}} {{{{/raw}}}}\\{{escaped}} \\\\{{name}}',
  whitespace: ' a {{~#if b~}} c {{~else~}} d {{~/if~}} e\n  {{! comment }}\n  {{!-- another {{x}} --}}\nend',
  blocks: '{{#person}}{{name}}{{/person}}{{^none}}inverse{{/none}}{{#list}}[{{.}}]{{/list}}',
  decorated: '{{* mark "x"}}{{name}}{{lookup list 1}}{{log "logged" level="debug"}}',
  strict: '{{person.missing.deep}}{{missing}}',
};
const context = {
  name: 'Ann & <Bob>',
  html: '<b>"x"</b>',
  x: 'up',
  list: ['a', 'b', 'c'],
  person: { name: 'Cy', 'first name': 'C' },
  groups: [
    { title: 'g', items: [1, 2] },
    { title: 'h', items: [3] },
  ],
  b: true,
  zero: 0,
  which: 'card',
  none: null,
};
for (const strict of [false, true]) {
  const instance = Handlebars.create();
  instance.registerHelper({
    upper: (text) => String(text).toUpperCase(),
    join: (list, by, { hash }) => list.join(by) + (hash.last ?? ''),
    repeat(times, options) {
      let text = '';
      for (let n = 0; n < times; n++) text += options.fn(this, { data: { ...options.data, n } });
      return text || options.inverse(this);
    },
    show: (...values) => JSON.stringify([values.slice(0, -1), values.at(-1).hash]),
    raw: (options) => options.fn(),
    helperMissing: (...values) => `<missing ${values.at(-1).name}>`,
  });
  instance.registerPartial({ card: '<{{title}}:{{name}}>\n', layout: '({{> body}})' });
  instance.registerDecorator(
    'mark',
    (program) =>
      (...values) =>
        `*${program(...values)}*`,
  );
  for (const [name, text] of Object.entries(templates)) {
    attempt(`${name} ${strict}`, () =>
      instance.compile(text, { strict, preventIndent: strict, trackIds: strict })(context),
    );
    attempt(`${name} tree`, () => JSON.stringify(instance.parse(text)));
    attempt(`${name} code`, () => instance.precompile(text, { strict }));
  }
}
show('printed', Handlebars.compile('{{#if a}}{{b}}{{/if}}', { noEscape: true })({ a: [1], b: '<' }));
for (const wrong of [
  '{{#if}}',
  '{{/if}}',
  '{{a',
  '{{#if a}}{{/unless}}',
  '{{> none}}',
  '{{a b c=}}',
  '{{../}}{{',
  '{{#each}}{{/each}}',
  '{{"a" b}}',
  '{{lookup}}',
])
  attempt(wrong, () => Handlebars.compile(wrong)({}));
attempt('prototype', () => Handlebars.compile('{{constructor.name}}{{__proto__}}{{a.toString}}')({ a: 1 }));
attempt('safe', () => Handlebars.compile('{{x}}')({ x: new Handlebars.SafeString('<i>') }));
attempt('escaped', () => Handlebars.escapeExpression('<a href="x">&`=\'</a>'));
class Visitor extends Handlebars.Visitor {
  seen = [];
  MustacheStatement(node) {
    this.seen.push(node.path.original);
    super.MustacheStatement(node);
  }
}
const visitor = new Visitor();
visitor.accept(Handlebars.parse('{{a}}{{#if b}}{{c.d}}{{/if}}'));
show('visited', visitor.seen);
