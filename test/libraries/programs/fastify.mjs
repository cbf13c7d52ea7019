import fastify from 'fastify';
import { attemptLater, show } from './show.mjs';

const log = [];
const app = fastify({
  logger: false,
  routerOptions: { caseSensitive: false },
  bodyLimit: 200,
  genReqId: (
    (n) => () =>
      `request ${++n}`
  )(0),
  ajv: { customOptions: { allErrors: true, coerceTypes: 'array' } },
});
app
  .decorate('answer', 42)
  .decorateRequest('user', null)
  .decorateReply('shout', function (text) {
    return this.send(text.toUpperCase());
  });
for (const hook of ['onRequest', 'preValidation', 'preHandler', 'onResponse'])
  app.addHook(hook, async (request) => {
    log.push(`${hook} ${request.url}`);
  });
for (const hook of ['preParsing', 'preSerialization', 'onSend', 'onError'])
  app.addHook(hook, async (request, _reply, payload) => {
    log.push(`${hook} ${request.url}`);
    return hook === 'onError' ? undefined : payload;
  });
app.addHook('onRoute', ({ method, url }) => log.push(`route ${method} ${url}`));
app.addSchema({
  $id: 'user',
  type: 'object',
  properties: { name: { type: 'string', minLength: 2 }, age: { type: 'integer', default: 5 } },
  required: ['name'],
});
app.addContentTypeParser('text/x-pairs', { parseAs: 'string' }, (_request, body, done) =>
  done(null, Object.fromEntries(body.split(';').map((pair) => pair.split('=')))),
);
app.get('/', {
  handler: async (request, reply) => {
    reply.header('x-id', request.id);
    return { answer: app.answer, ip: request.ip, query: request.query };
  },
});
app.get(
  '/users/:id(^\\d+$)',
  {
    schema: {
      params: { type: 'object', properties: { id: { type: 'integer' } } },
      querystring: { type: 'object', properties: { tags: { type: 'array', items: { type: 'number' } } } },
      response: {
        200: {
          type: 'object',
          properties: {
            id: { type: 'number' },
            tags: { type: 'array', items: { type: 'string' } },
            at: { type: 'string', format: 'date-time' },
          },
        },
      },
    },
  },
  async ({ params, query }) => ({ id: params.id, tags: query.tags, secret: 'left out', at: new Date(0) }),
);
app.post('/users', { schema: { body: { $ref: 'user#' }, response: { 201: { $ref: 'user#' } } } }, (request, reply) => {
  reply.code(201).send({ ...request.body, more: 1 });
});
app.post('/echo', async (request) => request.body ?? 'nothing');
app.get('/shout', (_request, reply) => reply.shout('loud'));
app.get('/throws', async () => {
  throw Object.assign(new Error('teapot'), { statusCode: 418, code: 'POT' });
});
app.get('/redirect', (_request, reply) => reply.redirect('/shout'));
app.get('/files/*', async ({ params }) => params['*']);
app.get('/stream', (_request, reply) =>
  reply.type('text/plain').send(
    (async function* () {
      yield 'a';
      yield 'b';
    })(),
  ),
);
app.get('/nothing', async () => {});
app.get('/version', { constraints: { version: '1.2.0' } }, async () => 'one');
app.get('/version', { constraints: { version: '2.0.0' } }, async () => 'two');
app.register(
  async (inner) => {
    inner.decorate('inner', true);
    inner.addHook('preHandler', async (request) => {
      request.user = 'inner user';
    });
    inner.setErrorHandler((error, _request, reply) => reply.code(503).send({ inner: error.message }));
    inner.setNotFoundHandler((_request, reply) => reply.code(404).send('inner nothing'));
    inner.get('/who', async ({ user }) => ({ user, answer: inner.answer }));
    inner.get('/fails', async () => {
      throw new TypeError('inside');
    });
  },
  { prefix: '/inner' },
);
app.register(
  (_plugin, { by }, done) => {
    log.push(`plugin ${by}`);
    done();
  },
  { by: 'callback' },
);
await app.ready();
show('routes', app.printRoutes());
show('decorated', [
  app.hasDecorator('inner'),
  app.hasRequestDecorator('user'),
  app.hasRoute({ method: 'GET', url: '/' }),
  app.getSchemas(),
]);
const json = (payload) => ({ method: 'POST', payload });
for (const request of [
  '/',
  '/?a=1&a=2&b[]=x',
  '/users/7?tags=1&tags=2',
  '/users/7?tags=x',
  '/users/x',
  '/nowhere',
  '/inner/who',
  '/inner/fails',
  '/inner/nowhere',
  '/shout',
  '/throws',
  '/redirect',
  '/files/a/b',
  '/stream',
  '/nothing',
  '/SHOUT',
  '/%E0%A4%A',
  { url: '/users', ...json({ name: 'ann', age: '7' }) },
  { url: '/users', ...json({ name: 'a', age: 'x' }) },
  { url: '/users', ...json({}) },
  { url: '/echo', ...json({ __proto__: null, a: [1, null] }) },
  { url: '/echo', ...json('{"__proto__":1}'), headers: { 'content-type': 'application/json' } },
  { url: '/echo', ...json('{'), headers: { 'content-type': 'application/json' } },
  { url: '/echo', ...json('a=1;b=2'), headers: { 'content-type': 'text/x-pairs' } },
  { url: '/echo', ...json('x'), headers: { 'content-type': 'text/none' } },
  { url: '/echo', ...json('x'.repeat(300)), headers: { 'content-type': 'text/plain' } },
  { url: '/echo', method: 'POST' },
  { url: '/', method: 'HEAD' },
  { url: '/', method: 'DELETE' },
  { url: '/version', headers: { 'accept-version': '1.x' } },
  { url: '/version', headers: { 'accept-version': '2.0.0' } },
  { url: '/version', headers: { 'accept-version': '3.x' } },
]) {
  await attemptLater(typeof request === 'string' ? request : `${request.method} ${request.url}`, async () => {
    const { statusCode, headers, payload } = await app.inject(request);
    return [statusCode, { ...headers, date: undefined }, payload];
  });
}
const base = await app.listen({ port: 0, host: '127.0.0.1' });
const answer = await fetch(`${base}/users/3`, { headers: { connection: 'close' } });
show('over the network', [answer.status, await answer.text()]);
await attemptLater('too late', async () => app.get('/late', () => 1));
await attemptLater('twice', async () => {
  const other = fastify();
  other.get('/', () => 1);
  other.get('/', () => 1);
});
await attemptLater('bad schema', async () => {
  const other = fastify();
  other.get('/', { schema: { body: { $ref: 'none#' } } }, () => 1);
  await other.ready();
});
await attemptLater('plugin fails', () =>
  fastify()
    .register(async () => {
      throw new Error('plugin');
    })
    .ready(),
);
await app.close();
show('log', log);
