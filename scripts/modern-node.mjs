// Finds the Node that runs TypeScript. Runs on any Node from 20 on.

import { fileURLToPath } from 'node:url'

/** This one where it can, else the one pinned as a dependency. */
export function findModernNode() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  return fileURLToPath(new URL(`../node_modules/node/bin/${file}`, import.meta.url))
}
