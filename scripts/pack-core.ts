// Makes the folder that is published as @carom/core: JavaScript and declarations of the sources,
// its own package.json, README and LICENSE. `npm publish packages/core/dist`

import { execFileSync } from 'node:child_process'
import { copyFileSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './source-files.ts'

const CORE = join(ROOT, 'packages/core')
const DIST = join(CORE, 'dist')

/** Builds the folder and returns its path. */
export function packCore(): string {
  rmSync(DIST, { recursive: true, force: true })
  execFileSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', join(CORE, 'tsconfig.build.json')])
  for (const path of globSync('**/*.d.ts', { cwd: DIST })) nameJavaScript(join(DIST, path))
  writeFileSync(join(DIST, 'package.json'), JSON.stringify(publishedPackage(), undefined, 2) + '\n')
  copyFileSync(join(ROOT, 'LICENSE'), join(DIST, 'LICENSE'))
  copyFileSync(join(CORE, 'README.md'), join(DIST, 'README.md'))
  return DIST
}

/** The compiler leaves `.ts` in declarations, where older compilers do not look for them. */
function nameJavaScript(path: string): void {
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(/(from '\.[^']*)\.ts'/g, "$1.js'"))
}

/** In the workspace the sources are what runs, which no registry may serve: there it is private. */
function publishedPackage(): Record<string, unknown> {
  const source = JSON.parse(readFileSync(join(CORE, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >
  const { private: _private, ...published } = source
  return {
    ...published,
    exports: {
      '.': { types: './index.d.ts', default: './index.js' },
      './codes': { types: './codes.d.ts', default: './codes.js' },
      './prevent': { types: './prevent.d.ts', default: './prevent.js' },
      './reports': { types: './reports.d.ts', default: './reports.js' },
      './package.json': './package.json',
    },
    types: './index.d.ts',
    files: ['**/*.js', '**/*.d.ts'],
  }
}

if (import.meta.main) console.log(packCore())
