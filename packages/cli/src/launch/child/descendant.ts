/**
 * What `NODE_OPTIONS` brings into every Node process that the program starts, of whatever version: so nothing here is
 * younger than Node 6. Where kernts cannot profile, the process and its own children are left alone.
 */
const isSupported = Number(process.versions.node.split('.')[0]) >= 20;

if (isSupported && !process.versions.bun && !process.versions.deno) module.require('./preload.cjs');
