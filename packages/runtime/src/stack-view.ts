/** The shadow stack as another thread sees it. */
export interface StackView {
  readonly top: Int32Array;
  /** [0]: looks that found a sampled activation. [1]: what they were worth, in ms. */
  readonly seen: Float64Array;
  /** See `looks.ts`. */
  readonly looks: Float64Array;
  /**
   * [0]: 1 while a sampler looks at the thread. [1]: 1 while the sampler is asleep. [2]: 1 when it is to look no more.
   */
  readonly sampler: Int32Array;
  readonly stack: {
    readonly file: Int32Array;
    readonly site: Int32Array;
    readonly activation: Int32Array;
    readonly lineBelow: Int32Array;
    readonly owner: Float64Array;
    readonly diedOn: Int32Array;
    readonly lineStart: Float64Array;
    readonly lineReadings: Float64Array;
    readonly start: Float64Array;
    readonly startReadings: Float64Array;
  };
  /** The frames of sampled activations. */
  readonly published: Readonly<Record<'entry' | 'site', Int32Array>>;
}
