/** While the program runs: has its processes write what they have counted, at a signal or from time to time, and hands it out. */
import type { LaunchRequest, ProfileSoFar } from '../request.js';
import type { SessionConfig } from '../session.js';
import { collectProfile } from './collect-profile.js';
import { orderShards } from './order-shards.js';

export interface HandingOut {
  /** Nothing is handed out any more when this is settled. */
  stop(): Promise<void>;
}

export function handOutSoFar(
  folder: string,
  config: SessionConfig,
  receive: LaunchRequest['onProfileSoFar'],
): HandingOut {
  const { intervalMs, dumpSignal } = config;
  const over = new AbortController();
  const due: ProfileSoFar['why'][] = [];
  let orders = 0;
  let working: Promise<void> = Promise.resolve();

  async function handOut(why: ProfileSoFar['why']): Promise<void> {
    const silent = await orderShards(folder, { number: ++orders, bySignal: why === 'signal' }, over.signal);
    if (!over.signal.aborted) await receive({ why, profile: collectProfile(folder, config), silent });
  }
  async function workOff(): Promise<void> {
    for (let why = due.shift(); why !== undefined && !over.signal.aborted; why = due.shift()) await handOut(why);
  }
  /** What was asked for while another was being written is written after it, once. */
  function ask(why: ProfileSoFar['why']): void {
    if (due.includes(why)) return;
    due.push(why);
    working = working.then(workOff);
  }

  const onSignal = () => ask('signal');
  const timer = intervalMs === null ? null : setInterval(() => ask('interval'), intervalMs);
  if (dumpSignal !== null) process.on(dumpSignal, onSignal);
  return {
    async stop() {
      over.abort();
      if (timer !== null) clearInterval(timer);
      await working;
      if (dumpSignal !== null) process.off(dumpSignal, onSignal);
    },
  };
}
