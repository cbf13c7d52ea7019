/** Whether a report is coloured. The flag wins over the environment, FORCE_COLOR over NO_COLOR (as in Node), both over the terminal. */
export interface ColourSigns {
  readonly flag: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdoutIsTerminal: boolean;
}

export function wantsColour({ flag, env, stdoutIsTerminal }: ColourSigns): boolean {
  if (flag !== undefined) return flag;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return stdoutIsTerminal && env.TERM !== 'dumb';
}
