// How to set up each vendor: where its settings are, what to paste, what to copy back. `URL` stands
// for https://HOST/hooks/NAME.

import type { WebhookVendor } from '@carom/core'
import { signingKeyOf, type SigningKey } from './verify/index.ts'

export type WebhookGuide = {
  readonly vendor: WebhookVendor
  readonly name: string
  /** What proves that a request is the vendor's. */
  readonly proof: SigningKey
  /** In order; each is one thing to do. */
  readonly steps: readonly string[]
}

const BASIC = 'Write user and password into it: https://USER:PASSWORD@HOST/hooks/NAME, and set user and password here.'
const TOKEN = 'Add ?token=SECRET to it and set secret here; the vendor signs nothing.'

const GUIDES: Readonly<Record<WebhookVendor, readonly [string, ...string[]]>> = {
  ses: ['Amazon SES', 'Make an SNS topic, and give its ARN to topics here.', 'In SES, send bounces, complaints, deliveries and delays of your identity or configuration set to the topic, with original headers.', 'Subscribe URL to the topic by HTTPS, raw message delivery off; it is confirmed by itself.', 'Set SignatureVersion of the topic to 2.'],
  sendgrid: ['SendGrid', 'Settings → Mail Settings → Event Webhook: URL; choose deliverability events.', 'Turn on Signed Event Webhook and copy its verification key to publicKey here.'],
  postmark: ['Postmark', 'Server → Message stream → Webhooks: URL; choose bounce, spam complaint, delivery, subscription change.', BASIC],
  mailgun: ['Mailgun', 'Sending → Webhooks: URL for permanent and temporary failure, complaint, unsubscribe, delivered.', 'Copy the HTTP webhook signing key to secret here.'],
  sparkpost: ['SparkPost (Bird)', 'Webhooks → Create: URL; choose message and unsubscribe events.', 'Choose basic authentication and set user and password here.'],
  brevo: ['Brevo', 'Transactional → Settings → Webhooks: URL; choose all of delivery.', 'Add an authentication token or basic authentication, and set secret, or user and password, here.'],
  mailjet: ['Mailjet', 'Account → Event notifications: URL for bounce, blocked, spam, unsub, sent.', BASIC],
  resend: ['Resend', 'Webhooks → Add: URL; choose all email events.', 'Copy the signing secret (whsec_…) to secret here.', 'Send each message to one address: of several Resend does not say which failed.'],
  mailersend: ['MailerSend', 'Domains → Webhooks: URL; choose activity events.', 'Copy the signing secret to secret here.'],
  smtp2go: ['SMTP2GO', 'Settings → Webhooks: URL, JSON; choose bounce, reject, spam, unsubscribe, delivered.', BASIC],
  mandrill: ['Mailchimp Transactional (Mandrill)', 'Settings → Webhooks: URL; choose bounces, rejects, spam, unsubscribes.', 'Copy the key of the webhook to secret here.', 'Set publicUrl to https://HOST: the URL is signed as it was pasted.'],
  mailchimp: ['Mailchimp', 'Audience → Settings → Webhooks: URL; choose cleaned addresses and unsubscribes.', TOKEN],
  'elastic-email': ['Elastic Email', 'Settings → Notifications: URL; choose errors, complaints, unsubscribes.', TOKEN],
  postal: ['Postal', 'Server → Webhooks: URL; choose all message events.', 'Copy the p= value of the default DKIM record of the installation to publicKey here.'],
  zeptomail: ['ZeptoMail', 'Agent → Webhooks: URL; choose hard bounce, soft bounce, feedback loop.', 'Copy the authorisation key to secret here.'],
  kumomta: ['KumoMTA', 'In init.lua: kumo.configure_log_hook for a queue whose sender posts the record as JSON to URL.', 'Sign it after Standard Webhooks with a key whsec_…, or send Authorization: Bearer SECRET; set secret here.'],
  azure: ['Azure Communication Services', 'Event Grid → subscription: Web hook, URL?token=SECRET; events EmailDeliveryReportReceived.', 'Set secret here; the validation is answered by itself.'],
  'forward-email': ['Forward Email', 'Domain → Settings → Bounce webhook: URL.', 'Copy the webhook signature key to secret here.'],
  lettermint: ['Lettermint', 'Project → Webhooks: URL; choose message events.', 'Copy the signing secret to secret here.'],
  mailtrap: ['Mailtrap', 'Sending → Webhooks: URL; choose all events.', 'Copy the signature key to secret here.'],
  'hyvor-relay': ['Hyvor Relay', 'Project → Webhooks: URL; choose send.recipient events.', 'Copy the secret to secret here.'],
  usesend: ['useSend', 'Webhooks → Add: URL; choose email events.', 'Copy the signing secret to secret here.', 'Send each message to one address: of several useSend does not say which failed.'],
  mox: ['mox', 'Account → Webhook for outgoing deliveries: URL, authorization Bearer SECRET; set secret here.', 'Put the address into the extra field recipient of each message: mox names none.'],
  emailengine: ['EmailEngine', 'Configuration → Webhooks: URL; choose messageBounce, messageComplaint.', 'Copy the service secret to secret here.'],
  'zone-mta': ['zone-mta', 'plugins/core/http-bounce: url = URL?token=SECRET; set secret here.'],
  'unisender-go': ['Unisender Go', 'Webhooks → Add: URL; choose statuses, JSON.', 'Set secret here to the API key.'],
  'zoho-campaigns': ['Zoho Campaigns', 'Email API → Webhooks: URL; choose bounces and spam.', TOKEN],
  emailit: ['Emailit', 'Webhooks → Add: URL; choose email events.', 'Copy the whole secret (whsec_…) to secret here.'],
  generic: ['Any other', 'POST JSON to URL: {"email", "type": "hard" | "soft" | "complaint", "id", "created_at", "meta": {"diagnostic"}}, one or a list.', 'Give each an id or a time: two that are alike in all count as one.', 'Send Authorization: Bearer SECRET, or sign after Standard Webhooks with whsec_…; set secret here.'],
}

/** What to do at each vendor, in alphabetical order of the vendors. */
export const WEBHOOK_GUIDES: readonly WebhookGuide[] = Object.entries(GUIDES)
  .map(([vendor, [name, ...steps]]) => ({
    vendor: vendor as WebhookVendor, name, proof: signingKeyOf(vendor as WebhookVendor), steps,
  }))
  .sort((a, b) => (a.vendor < b.vendor ? -1 : 1))
