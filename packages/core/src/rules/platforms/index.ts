// All platforms: those that send for others first, then servers, then libraries.

import { ACTIVECAMPAIGN } from './activecampaign.ts'
import { BREVO } from './brevo.ts'
import { ELASTICEMAIL } from './elasticemail.ts'
import { EMAILENGINE } from './emailengine.ts'
import { KUMOMTA } from './kumomta.ts'
import { MAILCHIMP } from './mailchimp.ts'
import { MAILGUN } from './mailgun.ts'
import { MAILJET } from './mailjet.ts'
import { MANDRILL } from './mandrill.ts'
import { MAUTIC } from './mautic.ts'
import { POSTMARK } from './postmark.ts'
import { POWERMTA } from './powermta.ts'
import { SALESFORCE } from './salesforce.ts'
import { SENDGRID } from './sendgrid.ts'
import { SES } from './ses.ts'
import { SISIMAI } from './sisimai.ts'
import { SMTP2GO } from './smtp2go.ts'
import { SPARKPOST } from './sparkpost.ts'
import { ZONEMTA } from './zonemta.ts'
import type { Platform } from './types.ts'

export const PLATFORMS: readonly Platform[] = [
  MAILCHIMP, ACTIVECAMPAIGN, SMTP2GO, SES, SENDGRID, POSTMARK, MAILGUN, SPARKPOST, MAILJET,
  BREVO, SALESFORCE, MANDRILL, ELASTICEMAIL, POWERMTA, KUMOMTA, SISIMAI, EMAILENGINE, ZONEMTA,
  MAUTIC,
]
