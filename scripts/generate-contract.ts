// Writes packages/client/src/contract.ts, the types of the API, from the document that the routes
// themselves make: what the pages and other programs ask for and get is checked against the service
// by the compiler.

import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { CONFIG_DEFAULTS } from '../packages/app/src/service/config/defaults.ts'
import { createApp } from '../packages/app/src/service/http/app.ts'
import type { HttpDeps } from '../packages/app/src/service/http/options.ts'
import { ROOT } from './source-files.ts'

const HEAD = `// Written by \`npm run generate\` from the routes in packages/app/src/service/http: what the API takes
// and gives, as types.

`

/** Only the document is asked for: no route is called, so that nothing stands behind them. */
function readDocument(): object {
  const options = { ...CONFIG_DEFAULTS.http, tenant: 'default', hookBytesMax: 1 }
  // Routes of webhooks are there only where somebody delivers.
  const deps = { now: () => 0, version: '0', endpoints: {} } as unknown as HttpDeps
  return createApp(options, deps).document()
}

// The generator brings a compiler of its own, which stays with the package that wants it.
type Generator = {
  readonly default: (document: unknown) => Promise<unknown>
  readonly astToString: (syntax: unknown) => string
}
const { default: openapi, astToString } =
  createRequire(join(ROOT, 'packages/web/package.json'))('openapi-typescript') as Generator

const types = astToString(await openapi(JSON.parse(JSON.stringify(readDocument()))))
writeFileSync(join(ROOT, 'packages/client/src/contract.ts'), HEAD + types)
