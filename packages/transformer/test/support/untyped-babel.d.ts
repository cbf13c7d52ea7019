/** Babel 7's plugins come without types; Babel takes them as they are. */
declare module '@babel/plugin-transform-*' {
  const plugin: unknown;
  export default plugin;
}

declare module '@babel/preset-typescript' {
  const preset: unknown;
  export default preset;
}
