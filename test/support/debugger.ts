/** A debugger as an editor has one: speaks the inspector's protocol over its WebSocket and reads source maps. */
import { once } from 'node:events';
import { generatedPositionFor, LEAST_UPPER_BOUND, originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { WebSocket } from 'ws';

export interface Pause {
  /** In the original, 1-based. */
  readonly line: number | null;
  readonly functionName: string;
  /** What is in scope, but for the module's and the globals; of objects, their type. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Debugger {
  /** Stops where code of the original's line begins. */
  breakAt(line: number): Promise<void>;
  /** As typed into its console; the value, of what is no object. */
  evaluate(expression: string): Promise<unknown>;
  /** Each time it stops, it goes on. */
  readonly pauses: readonly Pause[];
  detach(): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: never;
  readonly result?: never;
  readonly error?: { readonly message: string };
}

interface Script {
  readonly scriptId: string;
  readonly url: string;
  readonly sourceMapURL: string;
}

interface Frame {
  readonly functionName: string;
  readonly location: { readonly lineNumber: number; readonly columnNumber: number };
  readonly scopeChain: readonly { readonly type: string; readonly object: { readonly objectId: string } }[];
}

interface Properties {
  readonly result: readonly {
    readonly name: string;
    readonly value?: { readonly type: string; readonly value?: unknown };
  }[];
}

const OWN_SCOPES = ['block', 'local'];

/** Attaches to a program that has loaded the script whose URL ends so. */
export async function attachDebugger(url: string, script: string): Promise<Debugger> {
  const socket = new WebSocket(url);
  const answers = new Map<number, (message: Message) => void>();
  const pauses: Pause[] = [];
  let found: Script | undefined;

  const send = <T>(method: string, params: object = {}): Promise<T> =>
    new Promise((done, fail) => {
      const id = answers.size + 1;
      answers.set(id, ({ result, error }) =>
        error === undefined ? done(result as T) : fail(new Error(error.message)),
      );
      socket.send(JSON.stringify({ id, method, params }));
    });
  const mapOf = ({ sourceMapURL, url: of }: Script): TraceMap =>
    new TraceMap(Buffer.from(sourceMapURL.slice(sourceMapURL.indexOf(',') + 1), 'base64').toString(), of);

  async function pause([frame]: readonly Frame[]): Promise<void> {
    if (frame !== undefined && found !== undefined) {
      const { lineNumber, columnNumber } = frame.location;
      const { line } = originalPositionFor(mapOf(found), { line: lineNumber + 1, column: columnNumber });
      const variables: Record<string, unknown> = {};
      for (const { object } of frame.scopeChain.filter(({ type }) => OWN_SCOPES.includes(type))) {
        const { result } = await send<Properties>('Runtime.getProperties', { ...object, ownProperties: true });
        for (const { name, value } of result) variables[name] ??= value?.value ?? value?.type;
      }
      pauses.push({ line, functionName: frame.functionName, variables });
    }
    await send('Debugger.resume');
  }

  socket.on('message', (data) => {
    const { id, method, params, ...answer } = JSON.parse(String(data)) as Message;
    if (id !== undefined) answers.get(id)?.(answer);
    if (method === 'Debugger.scriptParsed' && (params as unknown as Script).url.endsWith(script)) found = params;
    if (method === 'Debugger.paused')
      void pause((params as unknown as { readonly callFrames: readonly Frame[] }).callFrames);
  });
  socket.on('close', () => {
    for (const answer of answers.values()) answer({ error: { message: 'the program has closed the connection' } });
  });
  await once(socket, 'open');
  await send('Debugger.enable');

  return {
    pauses,
    detach: () => socket.close(),
    async evaluate(expression) {
      const { result } = await send<{ readonly result: { readonly value?: unknown } }>('Runtime.evaluate', {
        expression,
      });
      return result.value;
    },
    async breakAt(line) {
      if (found === undefined) throw new Error(`the program has loaded no ${script}`);
      const map = mapOf(found);
      const at = { source: map.sources[0] ?? '', line, column: 0, bias: LEAST_UPPER_BOUND } as const;
      const { line: lineThere, column } = generatedPositionFor(map, at);
      if (lineThere === null) throw new Error(`line ${line} of ${script} has no code`);
      const location = { scriptId: found.scriptId, lineNumber: lineThere - 1, columnNumber: column };
      await send('Debugger.setBreakpoint', { location });
    },
  };
}
