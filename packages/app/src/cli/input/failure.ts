// Why an input could not be read, in words.

/** An input that could not be read, or not to its end. */
export type InputFailure = { readonly file: string; readonly reason: string }

const MEANINGS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this machine',
  EIO: 'the disk reports a read error',
  EINVAL: 'cannot be read',
  Z_BUF_ERROR: 'the packed data end too early',
  Z_DATA_ERROR: 'the packed data are damaged',
  ERR_BUFFER_TOO_LARGE: 'unpacks to far more than mail does: unpack it first',
}

/** An error of the file system or the unpacker, told without its call and path. */
export function describeError(error: NodeJS.ErrnoException): string {
  return MEANINGS[error.code ?? ''] ?? error.message
}

/** The same with the path that the system names, where it names one. */
export function describeFileError(error: NodeJS.ErrnoException): string {
  return `${error.path === undefined ? '' : `${error.path}: `}${describeError(error)}`
}
