/** The thread that writes the shard of a program that is too busy to end. */
import { runScribe } from '@kernts/runtime';

runScribe();
