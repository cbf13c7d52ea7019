import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forwardSignals } from '../../src/launch/parent/forward-signals.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(fromKeyboard: boolean) {
  const from = new EventEmitter();
  const sent: string[] = [];
  const forwarding = forwardSignals({
    from: from as never,
    child: { kill: (signal) => sent.push(`kill ${signal}`) > 0 },
    exceptFor: 'SIGUSR2',
    saveSoFar: () => sent.push('save'),
    requestStop: (signal, whom) => sent.push(`stop ${whom} ${signal}`),
    fromKeyboard: () => fromKeyboard,
  });
  return { from, sent, forwarding, receive: (signal: string) => from.emit(signal, signal) };
}

it('hands on what only kernts has got, and asks a program that does not end to stop', () => {
  const { sent, receive, forwarding } = setUp(false);
  receive('SIGTERM');
  expect(sent).toEqual(['kill SIGTERM']);
  expect(forwarding.forcedBy()).toBeNull();
  vi.advanceTimersByTime(1_000);
  expect(sent).toEqual(['kill SIGTERM', 'stop child SIGTERM']);
  expect(forwarding.forcedBy()).toBe('SIGTERM');
});

it('keeps what is meant for kernts itself', () => {
  const { from, sent } = setUp(false);
  expect(from.listenerCount('SIGUSR2')).toBe(0);
  expect(from.eventNames()).toContain('SIGQUIT');
  expect(sent).toEqual([]);
});

it('does not repeat what the terminal has sent to the program as well', () => {
  const { sent, receive } = setUp(true);
  receive('SIGINT');
  vi.advanceTimersByTime(10_000);
  expect(sent).toEqual(['stop foreground SIGINT']);
});

it('ends the program soon after the second Ctrl-C', () => {
  const { sent, receive } = setUp(true);
  receive('SIGINT');
  receive('SIGINT');
  vi.advanceTimersByTime(10_000);
  expect(sent).toEqual(['save', 'stop foreground SIGINT', 'stop foreground SIGINT', 'kill SIGKILL']);
});

it('lets go of the signals when it is undone', () => {
  const { from, sent, receive, forwarding } = setUp(false);
  receive('SIGINT');
  forwarding.stop();
  vi.advanceTimersByTime(10_000);
  expect(sent).toEqual(['kill SIGINT']);
  expect(from.eventNames()).toEqual([]);
});
