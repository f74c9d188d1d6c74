// All presets, the recommended one first, then in the order of the survey that they come from.

import type { Policy } from '../policy.ts'
import { ACTIVECAMPAIGN } from './activecampaign.ts'
import { ASTROBIN } from './astrobin.ts'
import { BILLIONMAIL } from './billionmail.ts'
import { BREVO } from './brevo.ts'
import { BUGZILLA } from './bugzilla.ts'
import { CAMPAIGNMONITOR } from './campaignmonitor.ts'
import { CAROM } from './carom.ts'
import { CHROMIUM_DASHBOARD } from './chromium-dashboard.ts'
import { CUTTLEFISH } from './cuttlefish.ts'
import { DISCOURSE } from './discourse.ts'
import { ENGAGING_NETWORKS } from './engaging-networks.ts'
import { FXA } from './fxa.ts'
import { HITOBITO } from './hitobito.ts'
import { HYVOR } from './hyvor.ts'
import { KEILA } from './keila.ts'
import { KLAVIYO } from './klaviyo.ts'
import { LISTMONK } from './listmonk.ts'
import { LYRIS } from './lyris.ts'
import { MAILCHIMP } from './mailchimp.ts'
import { MAILGUN } from './mailgun.ts'
import { MAILMAN2 } from './mailman2.ts'
import { MAILMAN3 } from './mailman3.ts'
import { MOX } from './mox.ts'
import { PHPLIST } from './phplist.ts'
import { POSTAL } from './postal.ts'
import { POSTMARK } from './postmark.ts'
import { SENDGRID } from './sendgrid.ts'
import { SES } from './ses.ts'
import { SFMC } from './sfmc.ts'
import { SHARPSPRING } from './sharpspring.ts'
import { SMTP2GO } from './smtp2go.ts'
import { SPARKPOST } from './sparkpost.ts'
import { SYMPA } from './sympa.ts'

export const PRESETS: readonly Policy[] = [
  CAROM, MAILCHIMP, ACTIVECAMPAIGN, BREVO, KLAVIYO, CAMPAIGNMONITOR, SFMC, SHARPSPRING, SES,
  MAILGUN, SENDGRID, POSTMARK, SPARKPOST, SMTP2GO, CUTTLEFISH, POSTAL, MOX, HYVOR, MAILMAN3,
  MAILMAN2, LYRIS, SYMPA, DISCOURSE, LISTMONK, KEILA, PHPLIST, BILLIONMAIL, HITOBITO, ASTROBIN,
  BUGZILLA, FXA, ENGAGING_NETWORKS, CHROMIUM_DASHBOARD,
]
