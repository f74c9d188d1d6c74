// The core bundled into one script, as an application would ship it, and what it weighs.

import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { ROOT } from '../../scripts/source-files.ts'

export type BundleSizes = {
  /** Minified, without lexicons, weights and the automaton made of them. */
  readonly engineBytes: number
  readonly minifiedBytes: number
  readonly gzipBytes: number
  readonly brotliBytes: number
}

/** Data that an application may load later or leave out. */
const LOADABLE = [
  'packages/core/src/rules/lexicon/', 'packages/core/src/rules/model.ts',
  'packages/core/src/rules/automaton.ts',
]

/** A script that leaves `carom` in the global scope: what pages, workers and bare contexts can run. */
export async function bundleCore(): Promise<{ script: string; bytesOf: ReadonlyMap<string, number> }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['packages/core/src/index.ts'],
    bundle: true, minify: true, write: false, metafile: true,
    format: 'iife', globalName: 'carom', platform: 'neutral', target: 'es2023', charset: 'utf8',
  })
  const inputs = Object.values(metafile.outputs)[0]?.inputs ?? {}
  const bytesOf = new Map(Object.entries(inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput]))
  return { script: outputFiles[0]?.text ?? '', bytesOf }
}

export function measureBundle(script: string, bytesOf: ReadonlyMap<string, number>): BundleSizes {
  let loadable = 0
  for (const [path, bytes] of bytesOf) {
    if (LOADABLE.some((start) => path.startsWith(start))) loadable += bytes
  }
  const bytes = Buffer.from(script)
  return {
    engineBytes: bytes.length - loadable,
    minifiedBytes: bytes.length,
    gzipBytes: gzipSync(bytes, { level: 9 }).length,
    brotliBytes: brotliCompressSync(bytes).length,
  }
}

/** Bytes by folder, the heaviest first. */
export function heaviestFolders(bytesOf: ReadonlyMap<string, number>): [folder: string, bytes: number][] {
  const sums = new Map<string, number>()
  for (const [path, bytes] of bytesOf) {
    const parts = path.replace('packages/core/src/', '').split('/')
    const folder = parts[0] === 'rules' ? parts.slice(0, 2).join('/') : parts[0] as string
    sums.set(folder, (sums.get(folder) ?? 0) + bytes)
  }
  return [...sums].sort((a, b) => b[1] - a[1])
}
