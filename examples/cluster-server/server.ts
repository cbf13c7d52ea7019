// A web server of several processes. Ctrl-C ends it.
import cluster from 'node:cluster';
import { createServer } from 'node:http';

const WORKERS = 2;
const PORT = Number(process.env['PORT'] ?? 8080);

// @profile
function render(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const rows = [...counts].sort(([a], [b]) => a.localeCompare(b));
  return rows.map(([word, times]) => `${word}: ${times}`).join('\n');
}

if (cluster.isPrimary) {
  for (let n = 0; n < WORKERS; n++) cluster.fork();
  // It ends when its workers have: nothing that they counted is missing.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => cluster.disconnect());
  let listening = 0;
  cluster.on('listening', (_worker, { port }) => {
    listening++;
    if (listening === WORKERS) console.log(`listening on http://127.0.0.1:${port}`);
  });
} else {
  createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    response.end(render((searchParams.get('text') ?? '').split(' ')));
  }).listen(PORT, '127.0.0.1');
}
