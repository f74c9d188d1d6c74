// An address that its owner knows again and a stranger does not learn.

export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const first = /^./su.exec(address.slice(0, at))?.[0] ?? ''
  return `${first}•••${address.slice(at)}`
}
