/** The thread that writes the shard of a program that is too busy to do it. */
import { runScribe } from '@kernts/runtime';
import { settleIfAlone } from './settle-if-alone.js';

runScribe((carried) => settleIfAlone(carried as Parameters<typeof settleIfAlone>[0]));
