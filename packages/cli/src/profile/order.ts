/** In which order functions come, and what the largest are the largest of. */

/** By time, self and hits the largest comes last, as in line_profiler: next to the prompt. */
export const orders = ['time', 'self', 'hits', 'name', 'line'] as const;
export type Order = (typeof orders)[number];

/** What the largest are the largest of. */
export type Measure = 'time' | 'self' | 'hits';

export function measureOf(sort: Order | 'recorded'): Measure {
  return sort === 'hits' || sort === 'self' ? sort : 'time';
}
