import { main } from './main.js';

/** Whether a program was profiled. */
export const hasProfiled = main(process.argv.slice(2));
