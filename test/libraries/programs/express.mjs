import { once } from 'node:events';
import express from 'express';
import { show } from './show.mjs';

const app = express();
app.set('etag', 'strong').set('trust proxy', true).set('x', 1).disable('x-powered-by').enable('strict routing');
app.locals.title = 'locals';
app.engine('txt', (path, { name, settings, ...rest }, done) =>
  done(null, `${path.endsWith('hello.txt')} ${name} ${Object.keys(rest).sort()}`),
);
app.set('views', import.meta.dirname).set('view engine', 'txt');
app.use((request, response, next) => {
  response.set('X-Seen', request.method);
  request.started = 1;
  next();
});
app.use(
  express.json({ limit: 100 }),
  express.urlencoded({ extended: true }),
  express.text(),
  express.raw({ type: 'application/octet-stream' }),
);
app.use(
  '/static',
  express.static(import.meta.dirname, {
    maxAge: 1_000,
    index: false,
    dotfiles: 'deny',
    lastModified: false,
    etag: false,
  }),
);

app.param('id', (request, _response, next, id) => {
  request.id = Number(id);
  next(Number.isNaN(request.id) ? new TypeError(`no id ${id}`) : undefined);
});
app.get('/', (request, response) =>
  response.send(`<p>${request.protocol} ${request.hostname} ${request.ip} ${request.xhr} ${request.path}</p>`),
);
app.get('/users/:id', (request, response) =>
  response.json({
    id: request.id,
    query: request.query,
    params: request.params,
    fresh: request.fresh,
    baseUrl: request.baseUrl,
  }),
);
app.get('/files/*path', (request, response) => response.json(request.params));
app.get('/opt{/:part}', (request, response) => response.send(request.params));
app.get('/accepts', (request, response) =>
  response.format({
    json: () =>
      response.json([
        request.accepts(['html', 'json']),
        request.acceptsLanguages('de', 'en'),
        request.is('json'),
        request.get('host') !== undefined,
      ]),
    html: () => response.send('<b>'),
    default: () => response.status(406).end(),
  }),
);
app.get('/cookies', (_request, response) =>
  response
    .cookie('a', { b: 1 }, { httpOnly: true, path: '/x', expires: new Date(0) })
    .clearCookie('c')
    .links({ next: '/2' })
    .location('/x')
    .vary('Accept')
    .type('txt')
    .attachment('f.txt')
    .append('X-A', ['1', '2'])
    .send('cookies'),
);
app.get('/redirect', (_request, response) => response.redirect(301, '/users/2'));
app.get('/buffer', (_request, response) => response.send(Buffer.from('bytes')));
app.get('/status', (_request, response) => response.sendStatus(418));
app.get('/jsonp', (_request, response) => response.jsonp({ a: 1 }));
app.get('/file', (_request, response, next) =>
  response.sendFile(
    'show.mjs',
    { root: import.meta.dirname, headers: { 'X-File': '1' } },
    (error) => error && next(error),
  ),
);
app.get('/nofile', (_request, response, next) =>
  response.sendFile('none', { root: import.meta.dirname }, (error) => next(new Error(error.code))),
);
app.get('/render', (_request, response) => response.render('hello', { name: 'x' }));
app.get('/throws', () => {
  throw Object.assign(new Error('sync'), { status: 422 });
});
app.get('/rejects', async () => {
  await null;
  throw new Error('async');
});
app.get(
  '/skip',
  (_request, _response, next) => next('route'),
  (_request, response) => response.send('never'),
);
app.get('/skip', (_request, response) => response.send('second'));
app
  .route('/multi')
  .get((_request, response) => response.send('get'))
  .post((request, response) => response.status(201).send(request.body))
  .all((request, response) => response.send(`all ${request.method}`));

const router = express.Router({ mergeParams: true, caseSensitive: true });
router.use((request, _response, next) => {
  request.trail = [request.baseUrl, request.url];
  next();
});
router.all('/echo', (request, response) =>
  response.json({
    trail: request.trail,
    body: Buffer.isBuffer(request.body) ? request.body.toString('hex') : request.body,
    params: request.params,
    original: request.originalUrl,
  }),
);
app.use('/api/:version', router);
const admin = express();
admin.on('mount', (parent) => show('mounted', [parent === app, admin.mountpath]));
admin.get('/', (_request, response) => response.send(admin.path()));
app.use('/admin', admin);
app.use((request, response) => response.status(404).json({ missing: request.url }));
app.use((error, _request, response, _next) =>
  response.status(error.status ?? 500).json({ name: error.name, message: error.message, type: error.type }),
);

const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
const base = `http://127.0.0.1:${server.address().port}`;
const json = (body) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
const requests = [
  ['/'],
  ['/users/7?a=1&b[c]=2&a=3'],
  ['/users/x'],
  ['/users/%E0'],
  ['/files/a/b/c.txt'],
  ['/opt'],
  ['/opt/1'],
  ['/accepts', { headers: { accept: 'application/json', 'accept-language': 'en;q=0.8' } }],
  ['/accepts', { headers: { accept: 'text/html' } }],
  ['/accepts', { headers: { accept: 'image/png' } }],
  ['/cookies'],
  ['/redirect', { redirect: 'manual' }],
  ['/redirect'],
  ['/buffer'],
  ['/status'],
  ['/jsonp?callback=f'],
  ['/file'],
  ['/file', { headers: { range: 'bytes=0-9' } }],
  ['/nofile'],
  ['/render'],
  ['/throws'],
  ['/rejects'],
  ['/skip'],
  ['/multi'],
  ['/multi', json('{"a":[1]}')],
  ['/multi', { method: 'PUT' }],
  ['/multi', { method: 'HEAD' }],
  ['/multi', { method: 'OPTIONS' }],
  ['/api/v1/echo', json('{"x":{"y":null}}')],
  ['/api/v1/echo', json('{wrong')],
  ['/api/v1/echo', json(JSON.stringify('x'.repeat(200)))],
  [
    '/api/v2/echo',
    { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a[b]=1&a[c][]=2&d=%20' },
  ],
  ['/api/v2/echo', { method: 'PATCH', headers: { 'content-type': 'text/plain' }, body: 'plain' }],
  [
    '/api/v2/echo',
    { method: 'DELETE', headers: { 'content-type': 'application/octet-stream' }, body: Buffer.from([1, 2, 255]) },
  ],
  ['/api/v1/ECHO'],
  ['/admin'],
  ['/static/show.mjs'],
  ['/static/none.mjs'],
  ['/static/.hidden'],
  ['/static/../x'],
  ['/nowhere'],
];
for (const [path, init] of requests) {
  const response = await fetch(base + path, { ...init, headers: { ...init?.headers, connection: 'close' } });
  const headers = [...response.headers].filter(
    ([name]) => !['date', 'connection', 'keep-alive', 'content-security-policy'].includes(name),
  );
  show(`${init?.method ?? 'GET'} ${path}`, [
    response.status,
    headers,
    (await response.text()).replaceAll(base, '').slice(0, 600),
  ]);
}
server.close();
