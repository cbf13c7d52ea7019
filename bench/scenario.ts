/** What a scenario is and what it answers with. */
import type { NodeMajor } from '../test/support/node-majors.js';

export interface Scenario {
  readonly name: string;
  /** What it isolates, in one sentence; stands above its results. */
  readonly isolates: string;
  /** Those that it runs on unless `--node` names others. */
  readonly nodes: 'first' | 'all';
  run(context: Context): Promise<readonly Table[]>;
}

export interface Context {
  readonly nodes: readonly NodeMajor[];
  /** An empty folder for what the scenario generates; removed afterwards. */
  readonly folder: string;
  readonly progress: (text: string) => void;
  /** Where fewer rounds were asked for than the scenario would make: how many. */
  readonly mostRounds: number;
}

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Why something is missing, or how to read a column. */
  readonly notes: readonly string[];
}

export type Cell = string | number | Spread;

/** Of several runs: the median, and the middle half of them. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}
