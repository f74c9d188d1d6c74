// Places at which a test can let the process die: `CAROM_FAILPOINT=name:n:kill`.

/** From the environment: which place, at which passage, counted from 1. */
type Armed = { readonly name: string; readonly at: number; passed: number }

const armed = readArmed(process.env['CAROM_FAILPOINT'])

/**
 * Passes a named place. Does nothing, and costs one comparison, unless `CAROM_FAILPOINT` names it:
 * then the process is killed at its n-th passage as if the power had gone.
 */
export function failpoint(name: string): void {
  if (armed === undefined || armed.name !== name) return
  armed.passed += 1
  if (armed.passed === armed.at) process.kill(process.pid, 'SIGKILL')
}

function readArmed(setting: string | undefined): Armed | undefined {
  if (setting === undefined || setting === '') return undefined
  const [name = '', at = '1', action = 'kill'] = setting.split(':')
  if (!/^[a-z.-]+$/.test(name) || !/^[1-9]\d{0,8}$/.test(at) || action !== 'kill') {
    throw new TypeError(`CAROM_FAILPOINT is "${setting}"; write name:n:kill`)
  }
  return { name, at: Number(at), passed: 0 }
}
