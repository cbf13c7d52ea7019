import { expect, it } from 'vitest';
import { followTsx, type ModuleApi } from '../../src/launch/child/follow-tsx.js';

function setUp() {
  const calls: string[] = [];
  const module: ModuleApi = {
    register: ((specifier: string) => calls.push(`register ${specifier}`)) as never,
    registerHooks: ((hooks: unknown) => calls.push(`registerHooks ${String(hooks)}`)) as never,
  };
  const original = { ...module };
  const following = followTsx(module, {
    register: (register) => register('own'),
    registerHooks: (registerHooks) => registerHooks('own' as never),
  });
  return { calls, module, original, following };
}

it.each(['register', 'registerHooks'] as const)('hooks in before tsx, once, by %s', (way) => {
  const { calls, module, following } = setUp();
  expect(following.didHook()).toBe(false);
  module[way]?.('tsx' as never);
  module[way]?.('tsx again' as never);
  expect(calls).toEqual([`${way} own`, `${way} tsx`, `${way} tsx again`]);
  expect(following.didHook()).toBe(true);
});

it('leaves the module API as it was', () => {
  const { module, original, following } = setUp();
  following.stop();
  expect(module).toEqual(original);
});

it('asks for nothing that this Node does not have', () => {
  const module: ModuleApi = { register: (() => undefined) as never };
  followTsx(module, { register: () => undefined, registerHooks: () => undefined }).stop();
  expect('registerHooks' in module).toBe(false);
});
