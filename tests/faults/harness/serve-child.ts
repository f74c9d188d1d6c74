// `carom serve` from the sources, for the harness: `node serve-child.ts serve -c FILE`.

import module from 'node:module'

module.enableCompileCache()
const { runProcess } = await import('../../../packages/app/src/cli/main.ts')
await runProcess()
