// All vendors: whose decoder reads what. One file for each; the names are those of configuration.

import { decodeAzure } from './azure.ts'
import { decodeBrevo } from './brevo.ts'
import { decodeElasticEmail } from './elastic-email.ts'
import { decodeEmailEngine } from './emailengine.ts'
import { decodeEmailit } from './emailit.ts'
import { readForm } from './form.ts'
import { decodeForwardEmail } from './forward-email.ts'
import { decodeGeneric } from './generic.ts'
import { decodeHyvorRelay } from './hyvor-relay.ts'
import { decodeKumoMta } from './kumomta.ts'
import { decodeLettermint } from './lettermint.ts'
import { decodeMailchimp } from './mailchimp.ts'
import { decodeMailerSend } from './mailersend.ts'
import { decodeMailgun } from './mailgun.ts'
import { decodeMailjet } from './mailjet.ts'
import { decodeMailtrap } from './mailtrap.ts'
import { decodeMandrill } from './mandrill.ts'
import { decodeMox } from './mox.ts'
import { decodePostal } from './postal.ts'
import { decodePostmark } from './postmark.ts'
import { decodeResend } from './resend.ts'
import { decodeSendGrid } from './sendgrid.ts'
import { decodeSes } from './ses.ts'
import { decodeSmtp2go } from './smtp2go.ts'
import { decodeSparkPost } from './sparkpost.ts'
import type { WebhookBody, WebhookDecoder, WebhookHandshake, WebhookReading } from './types.ts'
import { decodeUnisenderGo } from './unisender-go.ts'
import { decodeUseSend } from './usesend.ts'
import { decodeZeptoMail } from './zeptomail.ts'
import { decodeZohoCampaigns } from './zoho-campaigns.ts'
import { decodeZoneMta } from './zone-mta.ts'

export type WebhookVendor =
  | 'azure' | 'brevo' | 'elastic-email' | 'emailengine' | 'emailit' | 'forward-email'
  | 'generic' | 'hyvor-relay' | 'kumomta' | 'lettermint' | 'mailchimp' | 'mailersend'
  | 'mailgun' | 'mailjet' | 'mailtrap' | 'mandrill' | 'mox' | 'postal' | 'postmark' | 'resend'
  | 'sendgrid' | 'ses' | 'smtp2go' | 'sparkpost' | 'unisender-go' | 'usesend' | 'zeptomail'
  | 'zoho-campaigns' | 'zone-mta'

const DECODERS: Readonly<Record<WebhookVendor, WebhookDecoder>> = {
  azure: decodeAzure,
  brevo: decodeBrevo,
  'elastic-email': decodeElasticEmail,
  emailengine: decodeEmailEngine,
  emailit: decodeEmailit,
  'forward-email': decodeForwardEmail,
  generic: decodeGeneric,
  'hyvor-relay': decodeHyvorRelay,
  kumomta: decodeKumoMta,
  lettermint: decodeLettermint,
  mailchimp: decodeMailchimp,
  mailersend: decodeMailerSend,
  mailgun: decodeMailgun,
  mailjet: decodeMailjet,
  mailtrap: decodeMailtrap,
  mandrill: decodeMandrill,
  mox: decodeMox,
  postal: decodePostal,
  postmark: decodePostmark,
  resend: decodeResend,
  sendgrid: decodeSendGrid,
  ses: decodeSes,
  smtp2go: decodeSmtp2go,
  sparkpost: decodeSparkPost,
  'unisender-go': decodeUnisenderGo,
  usesend: decodeUseSend,
  zeptomail: decodeZeptoMail,
  'zoho-campaigns': decodeZohoCampaigns,
  'zone-mta': decodeZoneMta,
}

/** The vendors whose webhooks can be read, in alphabetical order. */
export const WEBHOOK_VENDORS: readonly WebhookVendor[] =
  /* @__PURE__ */ Object.keys(DECODERS) as WebhookVendor[]

export function isWebhookVendor(name: string): name is WebhookVendor {
  return Object.hasOwn(DECODERS, name)
}

/** What a vendor's request body says. Never throws on any bytes. */
export function decodeWebhook(vendor: WebhookVendor, body: WebhookBody): WebhookReading {
  return DECODERS[vendor](body)
}

/** What a body asks to be answered, where it is no event at all. Nothing is judged. */
export function readWebhookHandshake(
  vendor: WebhookVendor, body: WebhookBody,
): WebhookHandshake | undefined {
  return DECODERS[vendor](body).handshake
}

/** The fields of a form, and the parameters of the URL; in time that is linear in their size. */
export function readWebhookForm(body: WebhookBody): ReadonlyMap<string, string> {
  return readForm(body)
}
