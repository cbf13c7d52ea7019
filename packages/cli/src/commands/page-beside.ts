import type { Outfile } from '../profile/write.js';

/** `script.ts.html` for `script.ts.lprof`, beside it. */
export function pageBeside({ path, shown }: Outfile, ending = '.html'): Outfile {
  const renamed = (name: string) => name.replace(/(\.lprof)?$/, () => ending);
  return { path: renamed(path), shown: renamed(shown) };
}
