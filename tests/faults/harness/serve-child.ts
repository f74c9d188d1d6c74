// `carom serve` from the sources, for the harness: `node serve-child.ts serve -c FILE`.

import module from 'node:module'

module.enableCompileCache()
// Ends with whoever started it, however that ended.
process.stdin.on('end', () => process.exit(3)).resume().unref()
const { runProcess } = await import('../../../packages/app/src/cli/main.ts')
await runProcess()
