// Certificates for one test, signed by themselves.

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Writes a certificate and its key; the name becomes the subject. */
export async function writeCertificate(
  name: string, { certFile, keyFile }: { readonly certFile: string; readonly keyFile: string },
): Promise<void> {
  await run('openssl', [
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes',
    '-days', '2', '-subj', `/CN=${name}`, '-out', certFile, '-keyout', keyFile,
  ])
}
