/** The global in which a program that was made with a stopwatch leaves how long its statements took, in ms. */
export const STOPWATCH = 'benchMs';
