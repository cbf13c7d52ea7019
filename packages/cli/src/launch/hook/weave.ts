/** All that needs the parser, in one file: loading it takes longer than all else at start. */
export { default as babelPlugin } from '@kernts/transformer/babel-plugin';
export { weaveText } from './weave-text.js';
