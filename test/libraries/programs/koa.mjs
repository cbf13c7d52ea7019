import { once } from 'node:events';
import { Readable } from 'node:stream';
import Koa from 'koa';
import { show } from './show.mjs';

const app = new Koa({ keys: ['k1', 'k2'], proxy: true, subdomainOffset: 2 });
app.context.log = [];
app.silent = true;
app.on('error', (error, { path }) => show('error', [path, error.message, error.expose, error.status]));
app.use(async (context, next) => {
  const log = [`> ${context.method}`];
  try {
    await next();
  } finally {
    log.push('<');
    context.set('X-Log', log.join(' '));
  }
});
app.use(async (context, next) => {
  try {
    await next();
  } catch (error) {
    if (error.code !== 'SOFT') throw error;
    context.status = error.status ?? 500;
    context.body = { soft: error.message };
  }
});
const routes = {
  '/text': (context) => {
    context.body = 'text';
    context.lastModified = new Date(0);
    context.etag = 'tag';
  },
  '/json': (context) => {
    context.body = {
      url: context.url,
      query: context.query,
      host: context.host,
      hostname: context.hostname,
      protocol: context.protocol,
      ip: context.ip,
      ips: context.ips,
      secure: context.secure,
      subdomains: context.subdomains,
      search: context.search,
      querystring: context.querystring,
      length: context.request.length,
      type: context.request.type,
      charset: context.request.charset,
      idempotent: context.request.idempotent,
      origin: context.origin?.length > 0,
    };
  },
  '/html': (context) => {
    context.body = '<b>html</b>';
  },
  '/buffer': (context) => {
    context.body = Buffer.from('bytes');
    context.type = 'png';
  },
  '/stream': (context) => {
    context.body = Readable.from(['a', 'b']);
  },
  '/blob': (context) => {
    context.body = new Blob(['blob']);
  },
  '/web': (context) => {
    context.body = new Response('web', { status: 207, headers: { a: 'b' } });
  },
  '/null': (context) => {
    context.body = null;
  },
  '/status': (context) => {
    context.status = 202;
    context.message = 'Quite Good';
  },
  '/wrong-status': (context) => {
    context.status = 'x';
  },
  '/redirect': (context) => {
    context.redirect('/text?<x>');
  },
  '/back': (context) => {
    context.back('/home');
  },
  '/attachment': (context) => {
    context.attachment('ünï.txt');
    context.vary('Origin');
    context.append('X-A', 'a');
    context.append('X-A', ['b', 'c']);
    context.remove('X-B');
    context.body = [
      context.response.is('text'),
      context.response.get('X-A'),
      context.response.headerSent,
      context.writable,
    ];
  },
  '/cookies': (context) => {
    context.cookies.set('a', 'b', { signed: true, maxAge: undefined, sameSite: 'lax' });
    context.body = context.cookies.get('c') ?? 'no cookie';
  },
  '/accepts': (context) => {
    context.body = [
      context.accepts('json', 'html'),
      context.acceptsEncodings('gzip', 'identity'),
      context.acceptsCharsets('utf-8'),
      context.acceptsLanguages('de', 'en'),
      context.is('json', 'urlencoded'),
      context.fresh,
      context.stale,
    ];
  },
  '/throw': (context) => context.throw(403, 'no way', { detail: 1 }),
  '/throw500': () => {
    throw new RangeError('hidden');
  },
  '/assert': (context) => {
    context.assert.equal(1, 2, 401, 'not equal');
  },
  '/assert2': (context) => context.assert(context.query.user, 400, 'no user'),
  '/nonerror': () => {
    throw 'text';
  },
  '/soft': () => {
    throw Object.assign(new Error('softly'), { code: 'SOFT', status: 409 });
  },
  '/rewrite': (context) => {
    context.path = '/new';
    context.query = { a: 'b' };
    context.method = 'PUT';
    context.search = '?x=y';
    context.body = [context.url, context.href.length > 0, context.originalUrl];
  },
  '/respond': (context) => {
    context.respond = false;
    context.res.end('by hand');
  },
  '/inspect': (context) => {
    context.body = [Object.keys(context.toJSON()), context.app.toJSON(), context.req === context.request.req];
  },
  '/twice': async (_context, next) => {
    await next();
    await next();
  },
};
app.use((context, next) => {
  const route = routes[context.path];
  return route === undefined ? next() : route(context, next);
});
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
const base = `http://127.0.0.1:${server.address().port}`;
for (const path of [...Object.keys(routes), '/nowhere', '/json?a=1&a=2', '/assert2?user=x']) {
  for (const method of path === '/text' || path === '/nowhere' ? ['GET', 'HEAD', 'OPTIONS'] : ['GET']) {
    const response = await fetch(base + path, {
      method,
      redirect: 'manual',
      headers: {
        connection: 'close',
        accept: 'text/html;q=0.5, application/json',
        cookie: 'c=d',
        'x-forwarded-for': '1.1.1.1, 2.2.2.2',
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'a.b.example.org',
        'if-none-match': '"tag"',
        referer: 'http://elsewhere/',
      },
    });
    const headers = [...response.headers].filter(([name]) => !['date', 'connection'].includes(name));
    show(`${method} ${path}`, [
      response.status,
      response.statusText,
      headers,
      (await response.text()).replaceAll(base, ''),
    ]);
  }
}
server.close();
