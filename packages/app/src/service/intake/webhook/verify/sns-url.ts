// Which URLs of an SNS message are followed: those of the region of an accepted topic, whole and to
// the letter (T22: wide checks of these URLs have let strangers in, CVE-2026-32096).

/** `arn:aws:sns:eu-west-1:123456789012:name`, and the partitions of China and of GovCloud. */
const TOPIC = /^arn:(aws|aws-cn|aws-us-gov):sns:([a-z]{2}(?:-[a-z]{2,12}){1,3}-\d{1,2}):\d{12}:[\w-]{1,256}(?:\.fifo)?$/

const CERTIFICATE_PATH = /^\/SimpleNotificationService-[0-9a-f]{16,64}\.pem$/
const TOKEN = /^[0-9a-zA-Z]{16,1024}$/

/** The host that serves a topic; undefined where the text is no ARN of one. */
export function snsHost(topicArn: string): string | undefined {
  const match = TOPIC.exec(topicArn)
  if (match === null) return undefined
  return `sns.${match[2]}.amazonaws.com${match[1] === 'aws-cn' ? '.cn' : ''}`
}

/** True for the certificate of the region of this topic, over HTTPS, with nothing added. */
export function isCertificateUrl(url: string, topicArn: string): boolean {
  const host = snsHost(topicArn)
  if (host === undefined) return false
  const start = `https://${host}`
  // Compared as text: what parsers of URLs make of odd ones is not asked.
  return url.startsWith(`${start}/`) && CERTIFICATE_PATH.test(url.slice(start.length))
}

/**
 * The URL that confirms a subscription, put together anew from its checked parts; undefined where
 * the given one asks for anything else.
 */
export function confirmationUrl(url: string, topicArn: string): string | undefined {
  const host = snsHost(topicArn)
  const start = `https://${host}/?`
  if (host === undefined || !url.startsWith(start) || /[\s#\\@]/.test(url)) return undefined
  const parameters = [...new URLSearchParams(url.slice(start.length))]
  const values = new Map(parameters)
  const token = values.get('Token')
  const isWhole = parameters.length === 3 && values.size === 3
    && values.get('Action') === 'ConfirmSubscription' && values.get('TopicArn') === topicArn
  if (!isWhole || token === undefined || !TOKEN.test(token)) return undefined
  const topic = encodeURIComponent(topicArn)
  return `${start}Action=ConfirmSubscription&TopicArn=${topic}&Token=${token}`
}
