// Receivers and filters by the ids that tables of codes use, and where each explains its replies.

export type Receiver = { readonly id: string; readonly name: string; readonly page?: string }

// id | name | page.
const ROWS = `
aol|AOL (before 2018)|
apple|Apple iCloud|https://support.apple.com/en-us/102322
att|AT&T|
barracuda|Barracuda|https://campus.barracuda.com/product/emailsecuritygateway/doc/39815000/smtp-error-codes/
cloudmark|Cloudmark|https://csi.cloudmark.com/
comcast|Comcast|https://postmaster.comcast.net/
cox|Cox|https://www.cox.com/residential/support/email-error-codes.html
emailsecuritycloud|Symantec Email Security.cloud|https://knowledge.broadcom.com/external/article/165144
facebook|Facebook|
fireeye|FireEye|
franceptt|Orange and Laposte.net|https://postmaster.orange.fr/
free|Free|https://postmaster.free.fr/
gmx|GMX|https://postmaster.gmx.net/
godaddy|GoDaddy|https://www.godaddy.com/help/what-does-my-email-bounceback-mean-3568
google|Gmail|https://support.google.com/a/answer/3726730
hey|HEY|
hostpoint|Hostpoint|
improvmx|ImprovMX|https://improvmx.com/guides/improvmx-error-codes/
infomaniak|Infomaniak|
mailru|Mail.ru|https://postmaster.mail.ru/
microsoft|Microsoft 365|https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online
mimecast|Mimecast|https://community.mimecast.com/s/article/email-security-cloud-gateway-mimecast-smtp-error-codes
netease|NetEase (163, 126)|https://help.163.com/09/1224/17/5RAJ4LMH00753VB8.html
outlook|Outlook.com|https://postmaster.live.com/pm/postmaster.aspx
proofpoint|Proofpoint|
protonmail|Proton Mail|
rackspace|Rackspace|https://postmaster.apps.rackspace.com/
rambler|Rambler|
spamhaus|Spamhaus|https://www.spamhaus.org/faqs/dnsbl-usage/
spectrum|Spectrum (Charter)|https://www.spectrum.net/support/internet/understanding-email-error-codes
tencent|QQ Mail|https://service.mail.qq.com/detail/122
tonline|T-Online|https://postmaster.t-online.de
trendmicro|Trend Micro|
webde|United Internet (GMX, WEB.DE, mail.com, IONOS)|https://postmaster.web.de/en/error-messages
yahooinc|Yahoo and AOL|https://senders.yahooinc.com/smtp-error-codes
yandex|Yandex|https://yandex.com/support/mail/
zerospam|ZeroSpam|
zoho|Zoho|https://www.zoho.com/mail/help/spam-reason.html`

export const RECEIVERS: readonly Receiver[] = ROWS.slice(1).split('\n').map((row) => {
  const [id = '', name = '', page = ''] = row.split('|')
  return { id, name, ...(page === '' ? {} : { page }) }
})

const BY_ID: ReadonlyMap<string, Receiver> = new Map(RECEIVERS.map((row) => [row.id, row]))

export function receiver(id: string): Receiver | undefined {
  return BY_ID.get(id)
}
