// Receivers and filters by the ids that tables of codes use, and where each explains its replies.

export type Receiver = { readonly id: string; readonly name: string; readonly page?: string }

// id | name | page. Those with most mailboxes first, then filters, then the rest by name.
const ROWS = `
google|Gmail|https://support.google.com/a/answer/3726730
microsoft|Microsoft 365|https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online
outlook|Outlook.com|https://postmaster.live.com/pm/postmaster.aspx
yahoo|Yahoo and AOL|https://senders.yahooinc.com/smtp-error-codes
apple|Apple iCloud|https://support.apple.com/en-us/102322
unitedinternet|GMX and WEB.DE|https://postmaster.web.de/en/error-messages
tonline|T-Online|https://postmaster.t-online.de
orange|Orange and La Poste|https://postmaster.orange.fr/
laposte|La Poste|
free|Free|https://postmaster.free.fr/
mailru|Mail.ru|https://postmaster.mail.ru/
yandex|Yandex|https://yandex.com/support/mail/
tencent|QQ Mail|https://service.mail.qq.com/detail/122
netease|NetEase 163|https://help.163.com/09/1224/17/5RAJ4LMH00753VB8.html
alibaba|Alibaba Mail|
naver|Naver|
daum|Daum and Kakao|
comcast|Comcast|https://postmaster.comcast.net/
att|AT&T|
spectrum|Spectrum (Charter)|https://www.spectrum.net/support/internet/understanding-email-error-codes
verizon|Verizon|
cox|Cox|https://www.cox.com/residential/support/email-error-codes.html
earthlink|EarthLink|
virginmedia|Virgin Media|
ziggo|Ziggo|
bluewin|Swisscom Bluewin|
kpn|KPN|
seznam|Seznam|
wp|Wirtualna Polska|
interia|Interia|
docomo|NTT docomo|
kddi|KDDI au|
zoho|Zoho|https://www.zoho.com/mail/help/spam-reason.html
proton|Proton Mail|
proofpoint|Proofpoint|
mimecast|Mimecast|https://community.mimecast.com/s/article/email-security-cloud-gateway-mimecast-smtp-error-codes
barracuda|Barracuda|https://campus.barracuda.com/product/emailsecuritygateway/doc/39815000/smtp-error-codes/
aol|AOL (before 2018)|
cloudflare|Cloudflare Email Routing|
cloudmark|Cloudmark|https://csi.cloudmark.com/
facebook|Facebook|
spamexperts|SpamExperts|
fireeye|FireEye|
forwardemail|Forward Email|
godaddy|GoDaddy|https://www.godaddy.com/help/what-does-my-email-bounceback-mean-3568
hey|HEY|
hostpoint|Hostpoint|
improvmx|ImprovMX|https://improvmx.com/guides/improvmx-error-codes/
infomaniak|Infomaniak|
ironport|Cisco Secure Email|
iua|I.UA|
mailchannels|MailChannels|
messagelabs|Symantec Email Security.cloud|https://knowledge.broadcom.com/external/article/165144
rackspace|Rackspace|https://postmaster.apps.rackspace.com/
rambler|Rambler|
spamhaus|Spamhaus|https://www.spamhaus.org/faqs/dnsbl-usage/
trendmicro|Trend Micro|
zerospam|ZeroSpam|`

export const RECEIVERS: readonly Receiver[] = ROWS.slice(1).split('\n').map((row) => {
  const [id = '', name = '', page = ''] = row.split('|')
  return { id, name, ...(page === '' ? {} : { page }) }
})

const BY_ID: ReadonlyMap<string, Receiver> = new Map(RECEIVERS.map((row) => [row.id, row]))

export function receiver(id: string): Receiver | undefined {
  return BY_ID.get(id)
}

/** The receivers of these ids, as they stand in the table. */
export function inOrderOfSize(ids: readonly string[]): Receiver[] {
  return RECEIVERS.filter(({ id }) => ids.includes(id))
}
