/** Where a piece of program stands: what it may name, await, yield, leave. */
import type { Category, Tree } from './tree.js';

export interface Form {
  readonly category: Category;
  readonly kids: readonly Category[];
  /** How often it is chosen among those of its category. */
  readonly weight: number;
  /** Stands as an operand without parentheses. */
  readonly tight?: boolean;
  write(context: Context, tree: Tree): string;
}

export type Forms = Readonly<Record<string, Form>>;

export type FunctionKind = 'sync' | 'async' | 'generator' | 'async-generator';

export interface Binding {
  readonly name: string;
  /** Only variables are assigned to: counters bound loops and recursions. */
  readonly role: 'variable' | 'constant' | 'class' | FunctionKind;
}

/** A place that `break` or `continue` can name. */
export interface Jump {
  readonly label: string | null;
  readonly isLoop: boolean;
  /** A label of a block is left only by its name. */
  readonly isBreakable: boolean;
}

/** The function, class part or module around. */
export interface Frame {
  readonly kind: FunctionKind;
  readonly canAwait: boolean;
  readonly canYield: boolean;
  readonly canReturn: boolean;
  readonly hasArguments: boolean;
  readonly hasThis: boolean;
  readonly hasSuper: boolean;
  readonly hasNewTarget: boolean;
  /** The function itself, where it counts its own depth in `d`. */
  readonly self: Binding | null;
}

export interface Options {
  readonly isModule: boolean;
  readonly isStrict: boolean;
  readonly isTypeScript: boolean;
  /** Nothing throws. */
  readonly isCalm: boolean;
  /** `using` runs. */
  readonly hasUsing: boolean;
  readonly marks: 'file' | 'functions';
}

/** What a whole program shares. */
interface Shared {
  id: number;
  hasDefault: boolean;
  /** Names of the forms that it is made of. */
  readonly forms: Set<string>;
}

export class Context {
  constructor(
    readonly options: Options,
    readonly forms: Forms,
    readonly frame: Frame,
    readonly bindings: Binding[] = [],
    readonly jumps: readonly Jump[] = [],
    private readonly shared: Shared = { id: 0, hasDefault: false, forms: new Set() },
    /** Whether the program's own statements stand here. */
    readonly isTop = false,
  ) {}

  /** A scope inside this one. */
  inner(jumps: readonly Jump[] = this.jumps): Context {
    return new Context(this.options, this.forms, this.frame, [...this.bindings], jumps, this.shared);
  }

  /** A function inside this one. */
  within(frame: Partial<Frame>): Context {
    const whole = { ...this.frame, ...frame };
    return new Context(this.options, this.forms, whole, [...this.bindings], [], this.shared);
  }

  /** Numbers what a program logs. */
  id(): number {
    return ++this.shared.id;
  }

  /** True once: a module has one default export. */
  takeDefault(): boolean {
    const { hasDefault } = this.shared;
    this.shared.hasDefault = true;
    return !hasDefault;
  }

  get usedForms(): ReadonlySet<string> {
    return this.shared.forms;
  }

  name(letter: string): string {
    return `${letter}${this.id()}`;
  }

  bind(name: string, role: Binding['role']): string {
    this.bindings.push({ name, role });
    return name;
  }

  /** One of the names in sight. */
  one(digit: number, isWanted: (binding: Binding) => boolean): Binding | undefined {
    const wanted = this.bindings.filter(isWanted);
    return wanted[wanted.length - 1 - (digit % wanted.length)];
  }

  write(tree: Tree): string {
    const form = this.forms[tree.form];
    if (form === undefined) throw new Error(`the grammar has no form ${tree.form}`);
    this.shared.forms.add(tree.form);
    return form.write(this, tree);
  }

  /** An expression where only one without operators of its own may stand. */
  operand(tree: Tree): string {
    const text = this.write(tree);
    return this.forms[tree.form]?.tight ? text : `(${text})`;
  }

  /** A type, where the program has some. */
  type(text: string): string {
    return this.options.isTypeScript ? text : '';
  }
}

/** The first choices of a form, each below its limit. */
export function choices(tree: Tree, ...limits: readonly number[]): number[] {
  return limits.map((limit, index) => (tree.digits[index] as number) % limit);
}

/** A line end or what stands there otherwise: now and then, by a digit. */
export function maybeBreak(digit: number, otherwise: string): string {
  if (digit % 12 === 11) return ' // not (this\n';
  if (digit % 12 === 10) return ' /* nor (this */ ';
  return digit % 3 === 2 ? '\n' : otherwise;
}

export function kid(tree: Tree, index: number): Tree {
  const found = tree.kids[index];
  if (found === undefined) throw new Error(`${tree.form} has no part ${index}`);
  return found;
}
