// The core bundled into one script, as an application would ship it, and what it weighs.

import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { ROOT } from '../../scripts/source-files.ts'

export type BundleSizes = {
  /** What reads and judges, minified, without the data below. */
  readonly engineBytes: number
  /** Everything that the core exports. */
  readonly minifiedBytes: number
  readonly gzipBytes: number
  readonly brotliBytes: number
}

export type Bundle = { readonly script: string; readonly bytesOf: ReadonlyMap<string, number> }

/** Data that an application may load later or leave out: the words of languages, and weights. */
const LOADABLE = [
  'packages/core/src/rules/lexicon/', 'packages/core/src/rules/reporters/languages/',
  'packages/core/src/rules/automaton.ts', 'packages/core/src/rules/model.ts',
]

/**
 * A script that leaves `carom` in the global scope: what pages, workers and bare contexts can run.
 */
export async function bundleCore(exported: string = '*'): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    stdin: { contents: `export ${exported} from './packages/core/src/index.ts'`, resolveDir: ROOT },
    bundle: true, minify: true, write: false, metafile: true,
    format: 'iife', globalName: 'carom', platform: 'neutral', target: 'es2023', charset: 'utf8',
  })
  const inputs = Object.entries(Object.values(metafile.outputs)[0]?.inputs ?? {})
  const bytesOf = new Map(inputs.map(([path, { bytesInOutput }]) => [path, bytesInOutput]))
  return { script: outputFiles[0]?.text ?? '', bytesOf }
}

export async function measureBundle(): Promise<BundleSizes> {
  const whole = Buffer.from((await bundleCore()).script)
  const engine = await bundleCore('{ createEngine }')
  let engineBytes = Buffer.byteLength(engine.script)
  for (const [path, bytes] of engine.bytesOf) {
    if (LOADABLE.some((start) => path.startsWith(start))) engineBytes -= bytes
  }
  return {
    engineBytes,
    minifiedBytes: whole.length,
    gzipBytes: gzipSync(whole, { level: 9 }).length,
    brotliBytes: brotliCompressSync(whole).length,
  }
}

/** Bytes by folder, the heaviest first. */
export function heaviestFolders({ bytesOf }: Bundle): [folder: string, bytes: number][] {
  const sums = new Map<string, number>()
  for (const [path, bytes] of bytesOf) {
    const parts = path.replace('packages/core/src/', '').split('/')
    const folder = parts[0] === 'rules' ? parts.slice(0, 2).join('/') : parts[0] as string
    sums.set(folder, (sums.get(folder) ?? 0) + bytes)
  }
  return [...sums].sort((a, b) => b[1] - a[1])
}
