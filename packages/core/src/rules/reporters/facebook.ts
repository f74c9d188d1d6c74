// Facebook messages, closed long ago; its bounces live on in archives.

import type { ReporterRules } from './types.ts'

export const facebook: ReporterRules = {
  id: 'facebook',
  marks: [
    { from: 'mailer-daemon@mx.facebook.com' },
    { from: 'mailer-daemon@facebook' },
  ],
}
