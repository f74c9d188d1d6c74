// What each sending system is asked, after the documentation of its API: to stop mail to
// gone+1@example.com, and to mail it again.

export type Asked = {
  readonly method: string
  readonly path: string
  readonly body?: unknown
}

export type PlatformCase = {
  readonly platform: string
  /** Behind host and port, as a person would give it. */
  readonly base: string
  readonly credential: string
  readonly header: readonly [name: string, value: string | RegExp]
  /** What is asked for before anything is told. */
  readonly probe: string
  readonly suppress: Asked
  readonly lift?: Asked
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

export const PLATFORM_CASES: readonly PlatformCase[] = [{
  platform: 'listmonk', base: '/', credential: 'carom:t0ken',
  header: ['authorization', `Basic ${base64('carom:t0ken')}`], probe: '/api/bounces?per_page=1',
  suppress: {
    method: 'POST', path: '/webhooks/bounce', body: {
      email: 'gone+1@example.com', source: 'carom', type: 'hard',
      meta: '{"reason":"mailbox-unknown"}',
    },
  },
}, {
  platform: 'mailchimp', base: '/3.0/lists/abc', credential: 'key-us1',
  header: ['authorization', `Basic ${base64('carom:key-us1')}`], probe: '/3.0/lists/abc',
  suppress: {
    // MD5 of gone+1@example.com.
    method: 'PATCH', path: '/3.0/lists/abc/members/61c401f43001f428d0c422ab19b6b202',
    body: { status: 'unsubscribed' },
  },
}, {
  platform: 'brevo', base: '/v3', credential: 'xkeysib-1', header: ['api-key', 'xkeysib-1'],
  probe: '/v3/account',
  suppress: {
    method: 'PUT', path: '/v3/contacts/gone%2B1%40example.com', body: { emailBlacklisted: true },
  },
  lift: {
    method: 'PUT', path: '/v3/contacts/gone%2B1%40example.com', body: { emailBlacklisted: false },
  },
}, {
  platform: 'sendgrid', base: '/v3/', credential: 'SG.1',
  header: ['authorization', 'Bearer SG.1'], probe: '/v3/scopes',
  suppress: {
    method: 'POST', path: '/v3/asm/suppressions/global',
    body: { recipient_emails: ['gone+1@example.com'] },
  },
  lift: { method: 'DELETE', path: '/v3/asm/suppressions/global/gone%2B1%40example.com' },
}, {
  platform: 'postmark', base: '/message-streams/news', credential: 'token-1',
  header: ['x-postmark-server-token', 'token-1'], probe: '/message-streams/news',
  suppress: {
    method: 'POST', path: '/message-streams/news/suppressions',
    body: { Suppressions: [{ EmailAddress: 'gone+1@example.com' }] },
  },
  lift: {
    method: 'POST', path: '/message-streams/news/suppressions/delete',
    body: { Suppressions: [{ EmailAddress: 'gone+1@example.com' }] },
  },
}, {
  platform: 'mailgun', base: '/v3/news.example.com', credential: 'key-1',
  header: ['authorization', `Basic ${base64('api:key-1')}`],
  probe: '/v3/news.example.com/bounces?limit=1',
  suppress: {
    method: 'POST', path: '/v3/news.example.com/bounces', body: [{
      address: 'gone+1@example.com', code: '550', error: 'Suppressed by Carom: mailbox-unknown',
    }],
  },
  lift: { method: 'DELETE', path: '/v3/news.example.com/bounces/gone%2B1%40example.com' },
}, {
  platform: 'sparkpost', base: '/api/v1', credential: 'spark-1',
  header: ['authorization', 'spark-1'], probe: '/api/v1/account',
  suppress: {
    method: 'PUT', path: '/api/v1/suppression-list/gone%2B1%40example.com', body: {
      type: 'non_transactional', description: 'Suppressed by Carom: mailbox-unknown',
    },
  },
  lift: {
    method: 'DELETE', path: '/api/v1/suppression-list/gone%2B1%40example.com',
    body: { type: 'non_transactional' },
  },
}, {
  platform: 'ses', base: '/v2/email', credential: 'AKIDEXAMPLE:wJalrXUtn:FEMI/K7',
  header: ['authorization', new RegExp('^AWS4-HMAC-SHA256 ' +
    String.raw`Credential=AKIDEXAMPLE/\d{8}/us-east-1/ses/aws4_request, `)],
  probe: '/v2/email/account',
  suppress: {
    method: 'PUT', path: '/v2/email/suppression/addresses',
    body: { EmailAddress: 'gone+1@example.com', Reason: 'BOUNCE' },
  },
  lift: { method: 'DELETE', path: '/v2/email/suppression/addresses/gone%2B1%40example.com' },
}]
