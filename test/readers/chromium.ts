/** Debian's Chromium, driven by puppeteer. */
import puppeteer, { type Browser } from 'puppeteer-core';

/** Without a look at the network: nothing here leaves the machine. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** Whoever starts it closes it. Its sandbox refuses to run as root, as continuous integration does. */
export function startChromium(executablePath: string): Promise<Browser> {
  const unprotected = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return puppeteer.launch({
    executablePath,
    args: [...QUIET, '--disable-gpu', ...unprotected],
    // A busy machine takes its time.
    timeout: 60_000,
    protocolTimeout: 60_000,
  });
}
