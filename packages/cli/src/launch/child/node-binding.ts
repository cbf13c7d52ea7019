/** What Node's own modules are made of, for programs of long ago: null where Node keeps it to itself. */
export function nodeBinding(name: string): unknown {
  const node = process as unknown as { binding(name: string): unknown; noDeprecation?: boolean };
  const { noDeprecation } = node;
  // With `--pending-deprecation`, Node would warn the program of what it does not do.
  node.noDeprecation = true;
  try {
    return node.binding(name);
  } catch {
    return null;
  } finally {
    if (noDeprecation === undefined) delete node.noDeprecation;
    else node.noDeprecation = noDeprecation;
  }
}
