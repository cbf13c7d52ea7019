import { JSDOM, VirtualConsole } from 'jsdom';
import { attempt, attemptLater, show } from './show.mjs';

const console_ = new VirtualConsole();
for (const kind of ['log', 'warn', 'error', 'jsdomError'])
  console_.on(kind, (...values) =>
    show(
      `console ${kind}`,
      values.map((value) => value?.message?.split('\n')[0] ?? value),
    ),
  );
const dom = new JSDOM(
  '<!doctype html><title>T</title><style>p { color: red; margin: 1px 2px } .big > b:not(.x) { font-size: 2em }</style><div id=a class="big c"><p>one<p>two <b data-my-key=v>bold</b></div><form name=f><input name=q value=1 required pattern="\\d"><input type=checkbox name=c checked><select name=s><option>x<option selected>y</select><textarea name=t>z</textarea><button>go</button></form><table><tr><td>1</table><a href="/p?q#h">link</a><script>console.log("inside", document.readyState, this === window); window.fromScript = [...document.querySelectorAll("p")].map((p) => p.textContent); setTimeout(() => console.warn("timer"), 1); throw new TypeError("script failed")</script>',
  {
    url: 'https://example.org/dir/page',
    runScripts: 'dangerously',
    virtualConsole: console_,
    pretendToBeVisual: false,
    referrer: 'https://from.example/',
  },
);
const { window } = dom;
const { document } = window;
const $ = (selector) => document.querySelector(selector);
const steps = {
  script: () => window.fromScript,
  location: () => [
    window.location.href,
    document.referrer,
    $('a').href,
    $('a').hash,
    new window.URL('../x', window.location).href,
  ],
  selectors: () =>
    [
      'p',
      '.big > p + p',
      'b[data-my-key]',
      ':not(p)',
      'p:nth-child(2)',
      'form :checked',
      ':is(td, th)',
      'p:has(b)',
      'input:invalid',
      'a[href^="/"]',
      '::x',
      '[',
    ].map((selector) => {
      try {
        return document.querySelectorAll(selector).length;
      } catch (error) {
        return error.name;
      }
    }),
  dataset: () => {
    const { dataset } = $('b');
    dataset.newOne = 1;
    delete dataset.myKey;
    return [{ ...dataset }, $('b').outerHTML];
  },
  classes: () => {
    const { classList } = $('#a');
    classList.add('d', 'e');
    classList.toggle('c');
    classList.replace('d', 'f');
    return [classList.value, classList.length, [...classList.entries()], classList.contains('e')];
  },
  style: () => {
    const { style } = $('p');
    style.cssText = 'color: blue; background: url(x) no-repeat; border: 1px solid';
    style.setProperty('--v', '3');
    style.marginTop = '4px';
    return [
      style.cssText,
      style.length,
      style.color,
      window.getComputedStyle($('p')).color,
      window.getComputedStyle($('p')).margin,
      window.getComputedStyle($('b')).display,
    ];
  },
  tree: () => {
    const part = document.createRange().createContextualFragment('<i>x</i>text<!--c-->');
    $('#a').append(part, 'more');
    $('#a').prepend(document.createElement('hr'));
    $('p').before('before');
    $('p').replaceWith(document.createElement('q'));
    $('b').remove();
    return $('#a').innerHTML;
  },
  insert: () => {
    $('#a').insertAdjacentHTML('afterbegin', '<u>1</u>');
    $('#a').insertAdjacentElement('beforeend', document.createElement('s'));
    $('#a').normalize();
    const clone = $('#a').cloneNode(true);
    return [
      clone.isEqualNode($('#a')),
      clone.contains(clone.firstChild),
      $('#a').compareDocumentPosition($('form')),
      clone.childNodes.length,
    ];
  },
  events: () => {
    const seen = [];
    for (const [target, capture] of [
      [window, true],
      [document, false],
      [$('#a'), true],
      [$('#a'), false],
      [$('q'), false],
    ])
      target.addEventListener(
        'own',
        (event) => {
          seen.push([event.eventPhase, event.currentTarget === target, event.detail, event.composedPath().length]);
        },
        { capture, once: true },
      );
    const event = new window.CustomEvent('own', { bubbles: true, cancelable: true, detail: 7 });
    $('q').addEventListener('own', (inner) => inner.preventDefault());
    return [$('q').dispatchEvent(event), event.defaultPrevented, seen];
  },
  click: () => {
    const seen = [];
    document.forms.f.addEventListener('submit', (event) => {
      event.preventDefault();
      seen.push([...new window.FormData(event.target)]);
    });
    $('button').click();
    $('[name=c]').click();
    $('input').value = 'x';
    seen.push($('form').checkValidity(), $('input').validity.patternMismatch, $('[name=c]').checked);
    $('form').reset();
    return [seen, $('select').value, $('select').selectedIndex];
  },
  handler: () => {
    $('a').setAttribute('onclick', 'console.log(event.type, this.tagName); return false');
    return $('a').dispatchEvent(new window.MouseEvent('click', { cancelable: true }));
  },
  throwing: () => {
    $('a').addEventListener('x', () => {
      throw new RangeError('in listener');
    });
    return $('a').dispatchEvent(new window.Event('x'));
  },
  walker: () => {
    const walker = document.createTreeWalker($('#a'), window.NodeFilter.SHOW_TEXT, (node) =>
      node.data.trim() === '' ? 2 : 1,
    );
    const seen = [];
    while (walker.nextNode()) seen.push(walker.currentNode.data);
    return seen;
  },
  xpath: () =>
    document.evaluate('//p | //a[@href]', document, null, window.XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null)
      .snapshotLength,
  parser: () => {
    const xml = new window.DOMParser().parseFromString(
      '<a xmlns:x="u"><x:b c="1"/><![CDATA[z]]></a>',
      'application/xml',
    );
    return [new window.XMLSerializer().serializeToString(xml), xml.getElementsByTagNameNS('u', 'b').length];
  },
  wrongXml: () => new window.DOMParser().parseFromString('<a>', 'text/xml').documentElement.outerHTML,
  storage: () => {
    window.localStorage.a = 1;
    window.localStorage.setItem('b', '2');
    delete window.localStorage.a;
    return [{ ...window.localStorage }, window.localStorage.length, window.localStorage.key(0)];
  },
  cookies: () => {
    document.cookie = 'a=b';
    document.cookie = 'c=d; path=/other';
    return document.cookie;
  },
  table: () => {
    const table = $('table');
    const row = table.insertRow();
    row.insertCell().textContent = 'new';
    table.createCaption().append('cap');
    return table.outerHTML;
  },
  shadow: () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<slot></slot>';
    host.append('light');
    return [root.firstChild.assignedNodes().length, host.shadowRoot === root];
  },
  element: () => {
    const seen = [];
    class Own extends window.HTMLElement {
      static observedAttributes = ['x'];
      constructor() {
        super();
        seen.push('made');
      }
      connectedCallback() {
        seen.push('in');
      }
      disconnectedCallback() {
        seen.push('out');
      }
      attributeChangedCallback(...values) {
        seen.push(values);
      }
    }
    window.customElements.define('own-element', Own);
    const own = document.createElement('own-element');
    own.setAttribute('x', '1');
    document.body.append(own);
    own.remove();
    return seen;
  },
  errors: () =>
    [
      () => document.createElement('<'),
      () => document.body.appendChild(document),
      () => document.body.removeChild(document.createElement('p')),
      () => new window.Event(),
      () => window.Node(),
      () => document.body.insertBefore(1, null),
      () => Object.getOwnPropertyDescriptor(window.Node.prototype, 'nodeType').get.call({}),
    ].map((act) => {
      try {
        return act();
      } catch (error) {
        return [error.name, error.message, error instanceof window.DOMException];
      }
    }),
  selection: () => {
    const range = document.createRange();
    range.selectNodeContents($('#a'));
    window.getSelection().addRange(range);
    return [window.getSelection().toString(), range.cloneContents().childNodes.length, range.collapsed];
  },
  sheets: () => [...document.styleSheets[0].cssRules].map((rule) => rule.cssText),
  headers: () => {
    const headers = new window.Headers({ a: '1' });
    headers.append('A', '2');
    return [...headers];
  },
};
for (const [name, step] of Object.entries(steps)) attempt(name, step);
await attemptLater('observed', async () => {
  const seen = [];
  const observer = new window.MutationObserver((records) => {
    for (const { type, addedNodes, attributeName, oldValue } of records)
      seen.push([type, addedNodes.length, attributeName, oldValue]);
  });
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeOldValue: true,
    characterData: true,
  });
  $('#a').id = 'z';
  document.body.append('x', document.createElement('i'));
  document.body.lastChild.textContent = 'changed';
  await null;
  observer.disconnect();
  return seen;
});
await attemptLater('file', async () => {
  const reader = new window.FileReader();
  const done = new Promise((resolve) => {
    reader.onload = () => resolve(reader.result);
  });
  reader.readAsText(new window.Blob(['text']));
  return done;
});
await new Promise((resolve) => setTimeout(resolve, 20));
show('serialized', dom.serialize());
window.close();
