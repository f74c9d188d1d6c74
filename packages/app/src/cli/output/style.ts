// Colours for people: on a terminal only, with NO_COLOR and FORCE_COLOR honoured.

export type Style = Readonly<Record<keyof typeof CODES, (text: string) => string>>

const CODES = {
  bold: [1, 22], dim: [2, 22], underline: [4, 24],
  red: [31, 39], green: [32, 39], yellow: [33, 39], magenta: [35, 39], cyan: [36, 39],
} as const

type Environment = Readonly<Record<string, string | undefined>>

/** The style of an output: plain where it is no terminal, or where the environment says so. */
export function createStyle(output: { readonly isTerminal: boolean }, env: Environment): Style {
  const coloured = hasColour(output, env)
  const entries = Object.entries(CODES).map(([name, [open, close]]) => [
    name, (text: string) => coloured && text !== '' ? `\x1b[${open}m${text}\x1b[${close}m` : text,
  ])
  return Object.fromEntries(entries) as Style
}

function hasColour(output: { readonly isTerminal: boolean }, env: Environment): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: terminal } = env
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (refused !== undefined && refused !== '') return false
  return output.isTerminal && terminal !== 'dumb'
}
