// Makes the folder that is published as @carom/core or @carom/client: JavaScript and declarations
// of the sources, its own package.json, README and LICENSE. `npm publish packages/core/dist`

import { execFileSync } from 'node:child_process'
import { copyFileSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './source-files.ts'

/** Builds the folder of `packages/NAME` and returns its path. */
export function packPackage(name: 'core' | 'client'): string {
  const source = join(ROOT, 'packages', name)
  const dist = join(source, 'dist')
  rmSync(dist, { recursive: true, force: true })
  execFileSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', join(source, 'tsconfig.build.json')])
  for (const path of globSync('**/*.d.ts', { cwd: dist })) nameJavaScript(join(dist, path))
  const published = publishedPackage(join(source, 'package.json'))
  writeFileSync(join(dist, 'package.json'), JSON.stringify(published, undefined, 2) + '\n')
  copyFileSync(join(ROOT, 'LICENSE'), join(dist, 'LICENSE'))
  copyFileSync(join(source, 'README.md'), join(dist, 'README.md'))
  return dist
}

/** The compiler leaves `.ts` in declarations, where older compilers do not look for them. */
function nameJavaScript(path: string): void {
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(/(from '\.[^']*)\.ts'/g, "$1.js'"))
}

/** In the workspace the sources are what runs, which no registry may serve: there it is private. */
function publishedPackage(path: string): Record<string, unknown> {
  const { private: _private, exports, ...published } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly private: boolean; readonly exports: Readonly<Record<string, string>>
  }
  const built = Object.entries(exports).map(([name, file]) => {
    const stem = file.replace('/src/', '/').replace(/\.ts$/, '')
    return [name, { types: `${stem}.d.ts`, default: `${stem}.js` }]
  })
  return {
    ...published,
    exports: { ...Object.fromEntries(built), './package.json': './package.json' },
    types: './index.d.ts',
    files: ['**/*.js', '**/*.d.ts'],
  }
}

if (import.meta.main) {
  for (const name of ['core', 'client'] as const) console.log(packPackage(name))
}
