// Sends requests to the server: `node load.ts`, or `npx tsx load.ts` on Node 20.
const REQUESTS = 1_000;
const AT_ONCE = 10;
const URL_OF_SERVER = `http://127.0.0.1:${process.env['PORT'] ?? 8080}/?text=${'to+be+or+not+to+be+'.repeat(20)}`;

let sent = 0;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (sent < REQUESTS) {
      sent++;
      const response = await fetch(URL_OF_SERVER);
      await response.text();
    }
  }),
);
console.log(`${sent} answers`);
