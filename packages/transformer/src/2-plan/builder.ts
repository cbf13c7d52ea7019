/** Collects sites and steps. Steps come in the order of the visit, outer before inner; `finish` sorts them. */
import type { Node } from '@babel/types';
import type { ActivationDescription } from '@kernts/runtime/probe-abi';
import type { Activation, Selected } from '../1-select/select.js';
import { columnOf, firstLine } from '../walk.js';
import type { Action, Coming, LineUse, Plan, Step } from './plan.js';

interface SiteRecord {
  readonly line: number;
  readonly activation: Activation;
  timed: boolean;
}

export class PlanBuilder {
  /** With where what they close began. */
  private readonly steps: { readonly step: Step; readonly from: number }[] = [];
  private readonly line: number[] = [0];
  private readonly column: number[] = [0];
  private readonly fn: number[] = [0];
  private readonly records: (SiteRecord | null)[] = [null];
  private readonly follower: number[] = [0];
  private readonly rounds = new Set<number>();
  private labels = 0;

  before(offset: number, activation: Activation | null, action: Action): void {
    this.steps.push({ step: { offset, side: 'before', activation, action }, from: offset });
  }

  /** Behind what goes from `from` to `to`. */
  after(from: number, to: number, activation: Activation | null, action: Action): void {
    this.steps.push({ step: { offset: to, side: 'after', activation, action }, from });
  }

  /** Both ends of something that is put around a range; around nothing, they stand one behind the other. */
  around(from: number, to: number, activation: Activation | null, open: Action, close: Action): void {
    this.before(from, activation, open);
    if (from === to) this.before(to, activation, close);
    else this.after(from, to, activation, close);
  }

  /** A new site where `node` begins. */
  site(node: Node, activation: Activation): number {
    return this.siteAt(firstLine(node), columnOf(node), activation);
  }

  /** The same, for what each round of a loop hits. */
  roundSite(node: Node, activation: Activation): number {
    const site = this.site(node, activation);
    this.rounds.add(site);
    return site;
  }

  siteAt(line: number, column: number, activation: Activation): number {
    this.line.push(line);
    this.column.push(column);
    this.fn.push(activation.fn);
    this.follower.push(0);
    return this.records.push({ line, activation, timed: false }) - 1;
  }

  lineAction(use: LineUse, site: number, as: 'statement' | 'operand', comes: Coming = 'somehow'): Action {
    this.markTimed(use, site);
    return { do: 'line', use, site, as, comes };
  }

  linkAction(site: number): Action {
    this.markTimed('hit', site);
    return { do: 'link', site };
  }

  markTimed(use: LineUse, site: number): void {
    const record = this.records[site];
    if (record && use !== 'count') record.timed = true;
  }

  /**
   * The latest site of all is reached with `before`, unless an exception ends that one or a site in between. What follows
   * one of these inside its statement is followed by it in turn.
   */
  follow(before: number, site: number): void {
    for (let own = before; own < site; own++) {
      if (this.records[own]?.activation === this.records[site]?.activation) this.follower[own] ||= site;
    }
  }

  label(): number {
    return ++this.labels;
  }

  finish(selected: Selected, enclosing: ReadonlyMap<Activation, Activation>, mayRunEarly: boolean): Plan {
    const order = this.steps.map(({ step, from }, sequence) => ({ step, from, sequence }));
    order.sort((a, b) => {
      if (a.step.offset !== b.step.offset) return a.step.offset - b.step.offset;
      if (a.step.side !== b.step.side) return a.step.side === 'after' ? -1 : 1;
      // What began last ends first.
      return a.step.side === 'after' ? b.from - a.from || b.sequence - a.sequence : a.sequence - b.sequence;
    });
    const shared = this.sharedSites(enclosing);
    return {
      steps: order.map(({ step }) => step),
      functions: selected.functions,
      activations: this.activations(selected),
      sites: { line: this.line, column: this.column, fn: this.fn },
      follower: this.followers(shared),
      rounds: this.rounds,
      shared,
      mayRunEarly,
    };
  }

  /** The hits of a first line are the calls, where nothing else hits it. */
  private activations({ activations }: Selected): ActivationDescription[] {
    const calls = activations.map((_, index) => this.line.length + index);
    for (const { step } of this.steps) {
      if (step.action.do === 'enter' && step.action.firstSite !== 0 && step.activation !== null) {
        calls[step.activation.index] = step.action.firstSite;
      }
    }
    for (const { step } of this.steps) {
      const { action, activation } = step;
      const isHit = action.do === 'link' || (action.do === 'line' && action.use !== 'resume');
      if (isHit && activation !== null && calls[activation.index] === action.site) {
        calls[activation.index] = this.line.length + activation.index;
      }
    }
    return activations.map((activation, index) => ({ ...activation, calls: calls[index]! }));
  }

  /** None in activations with lines that may be open further below: their frames do not always tell which line is open. */
  private followers(shared: ReadonlySet<number>): number[] {
    const unclear = new Set([...shared].map((site) => this.records[site]?.activation));
    return this.follower.map((site) => (unclear.has(this.records[site]?.activation) ? 0 : site));
  }

  private sharedSites(enclosing: ReadonlyMap<Activation, Activation>): Set<number> {
    const timedLines = new Map<Activation, Set<number>>();
    for (const record of this.records) {
      if (!record?.timed) continue;
      const lines = timedLines.get(record.activation) ?? new Set();
      timedLines.set(record.activation, lines.add(record.line));
    }
    const shared = new Set<number>();
    this.records.forEach((record, site) => {
      if (record === null) return;
      let outer = enclosing.get(record.activation);
      for (; outer !== undefined; outer = enclosing.get(outer)) {
        if (outer.fn === record.activation.fn && timedLines.get(outer)?.has(record.line)) shared.add(site);
      }
    });
    return shared;
  }
}
