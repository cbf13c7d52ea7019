/** What is to be woven, as plain data: printable, comparable, without a tree. */
import type { ActivationDescription, FunctionDescription, SiteTable } from '@kernts/runtime/probe-abi';
import type { Activation } from '../1-select/select.js';

/** What a probe does when control comes to its site. */
export type LineUse =
  /** Begins the line, counts a hit. */
  | 'hit'
  /** Begins the line again: control comes back to it. */
  | 'resume'
  /** Begins the line of a `catch` or `finally`, counts a hit. */
  | 'caught'
  /** Counts a hit; the line is open already, or takes no time worth a clock reading. */
  | 'count';

export type Coming =
  | 'somehow'
  /** In each round of a loop: a long activation can change how it is timed here. */
  | 'each-round'
  /** From a line of the same activation, with nothing called since: see `quiet.ts`. */
  | 'quietly';

export type Action =
  | {
      readonly do: 'line';
      readonly use: LineUse;
      readonly site: number;
      readonly as: 'statement' | 'operand';
      readonly comes: Coming;
    }
  | { readonly do: 'enter'; readonly form: EntryForm; firstSite: number }
  | { readonly do: 'leave'; readonly form: EntryForm }
  /** Before `return;`, and at the end of a `finally`, which may be the end of the activation. */
  | { readonly do: 'end'; readonly as: 'statement' | 'end-of-block' }
  | { readonly do: 'pass-through'; readonly what: Passing }
  | { readonly do: 'close'; readonly what: Passing }
  /** A call without a first argument to put a probe into: begins the line of a link of a method chain. */
  | { readonly do: 'link'; readonly site: number }
  /** Around the last argument: the call itself belongs to the line that it stands on. */
  | { readonly do: 'come-back'; readonly site: number }
  | { readonly do: 'came-back' }
  /** A suspension that no expression shows: the next step of `for await`. */
  | { readonly do: 'suspend' }
  /** A block that `continue` leaves instead of the round. */
  | { readonly do: 'label' | 'leave-label'; readonly label: number }
  /** Code that is not profiled notes how high the stack is, in a block of its own, for its `catch` to make it so again. */
  | { readonly do: 'note-depth' | 'caught-outside' | 'noted' }
  /** Text that only holds other steps: braces and parentheses. */
  | { readonly do: 'text'; readonly text: string }
  /** Binds the probes, where that is done ahead of all statements. */
  | { readonly do: 'bind' };

/**
 * What a value passes on its way through a probe. `delegate` is what `yield*` goes on with. `return-plain`: without a
 * function in it, which V8 would name after a variable that holds it.
 */
export type Passing = 'return' | 'return-plain' | 'throw' | 'suspend' | 'delegate' | 'await' | 'yield';

export type EntryForm =
  | 'block'
  | 'expression'
  | 'module'
  /** Of a class field or a default value: no place for a local. */
  | 'initialiser'
  /** The same, for what takes no time: only counts. */
  | 'constant';

export interface Step {
  /** UTF-16 offset into the source. */
  readonly offset: number;
  /** `after` closes something that ends here, `before` opens something that begins here. */
  readonly side: 'before' | 'after';
  /** Null for text that belongs to no activation. */
  readonly activation: Activation | null;
  readonly action: Action;
}

export interface Plan {
  /** Whether a function of the file may be called before the file's first statement runs. */
  readonly mayRunEarly: boolean;
  /** In the order in which they stand in the woven text. */
  readonly steps: readonly Step[];
  readonly functions: readonly FunctionDescription[];
  readonly activations: readonly ActivationDescription[];
  readonly sites: SiteTable;
  /** Per site: that of the statement which is reached next unless this one throws; 0 where control may go elsewhere. */
  readonly follower: readonly number[];
  /** Sites that are hit in each round of a loop, one of each loop. */
  readonly rounds: ReadonlySet<number>;
  /** Sites on whose line an enclosing function of the same listing has a site too. */
  readonly shared: ReadonlySet<number>;
}
