/** Every format of `kernts export`. */
import type { Exporter } from './export-input.js';

export interface ExportFormat {
  /** In a list of formats. */
  readonly summary: string;
  /** File names that mean this format and no other. */
  readonly fileName: RegExp;
  /** Not for a terminal. */
  readonly isBinary: boolean;
  /** Holds nothing but times. */
  readonly needsTimes: boolean;
  /** Its readers add up the times of lines. */
  readonly addsUp: boolean;
  /** Evaluated when it is needed. */
  readonly load: () => Promise<Exporter>;
}

const text = { isBinary: false, needsTimes: false, addsUp: false };

export const exportFormats = {
  callgrind: {
    ...text,
    summary: 'callgrind_annotate, KCachegrind',
    fileName: /\.callgrind$|(^|[\\/])callgrind\.out[^\\/]*$/i,
    addsUp: true,
    load: async () => (await import('./callgrind.js')).callgrind,
  },
  speedscope: {
    ...text,
    summary: 'https://www.speedscope.app',
    fileName: /\.speedscope\.json$/i,
    load: async () => (await import('./speedscope.js')).speedscope,
  },
  pprof: {
    ...text,
    summary: 'go tool pprof, Pyroscope, Parca',
    fileName: /\.(pprof|pb\.gz)$/i,
    isBinary: true,
    addsUp: true,
    load: async () => (await import('./pprof.js')).pprof,
  },
  cpuprofile: {
    ...text,
    summary: 'Chrome DevTools, VS Code',
    fileName: /\.cpuprofile$/i,
    needsTimes: true,
    addsUp: true,
    load: async () => (await import('./cpuprofile.js')).cpuprofile,
  },
  collapsed: {
    ...text,
    summary: 'flame graphs',
    fileName: /\.(collapsed|folded)$/i,
    addsUp: true,
    load: async () => (await import('./collapsed.js')).collapsed,
  },
  json: {
    ...text,
    summary: 'tools and language models',
    fileName: /(?<!\.speedscope)\.json$/i,
    load: async () => (await import('./json.js')).json,
  },
  csv: { ...text, summary: 'spreadsheets', fileName: /\.csv$/i, load: async () => (await import('./csv.js')).csv },
  markdown: {
    ...text,
    summary: 'the hottest lines, for a pull request or a language model',
    fileName: /\.(md|markdown)$/i,
    load: async () => (await import('./markdown.js')).markdown,
  },
  lcov: {
    ...text,
    summary: 'hits only, for coverage viewers',
    fileName: /\.(lcov|info)$/i,
    load: async () => (await import('./lcov.js')).lcov,
  },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type FormatName = keyof typeof exportFormats;

export const formatNames = Object.keys(exportFormats) as readonly FormatName[];

/** Null where the name does not say it. */
export function formatByFileName(fileName: string): FormatName | null {
  return formatNames.find((name) => exportFormats[name].fileName.test(fileName)) ?? null;
}
