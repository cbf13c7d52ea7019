import { execFileSync } from 'node:child_process';

/**
 * Packs what would be published; pnpm alone can, because it replaces `workspace:` ranges by versions.
 *
 * @param {string} root
 * @param {string} destination
 * @returns {readonly { name: string, filename: string }[]} `filename` is the tarball's path
 */
export function pack(root, destination) {
  const args = ['-y', 'pnpm@12', '--filter', './packages/*', 'pack', '--pack-destination', destination, '--json'];
  return JSON.parse(execFileSync('npx', args, { cwd: root, encoding: 'utf8' }));
}
