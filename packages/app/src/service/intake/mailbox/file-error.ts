// Errors of the file system by their code, and in words for the operator.

/** True for an error of the file system with one of the codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && codes.includes(codeOf(error) ?? '')
}

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'does not exist; make it or correct the path'],
  ['EACCES', 'may not be read; give the user that runs Carom the right to'],
  ['EPERM', 'may not be changed; give the user that runs Carom the right to'],
  ['ENOTDIR', 'is no folder'],
  ['EXDEV', 'lies on another file system; name a place on the same one'],
  ['ENOSPC', 'has no room left'],
  ['EROFS', 'is on a file system that cannot be written to'],
])

/** What is wrong with a path and what to do; undefined where the code says nothing known. */
export function fileProblem(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const advice = ADVICE.get(codeOf(error) ?? '')
  const { path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string }
  const place = codeOf(error) === 'EXDEV' ? dest : path
  return advice === undefined || place === undefined ? undefined : `${place} ${advice}`
}

function codeOf(error: Error): string | undefined {
  return (error as NodeJS.ErrnoException).code
}
