// How the receiving program knows that a request is Carom's (Standard Webhooks).

import { Anchor, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { CodeSample } from '../../parts/code-sample.tsx'

const SAMPLES = {
  JavaScript: `import { Webhook } from 'standardwebhooks'

// body: the text as it came, not parsed and written again
const note = new Webhook(process.env.CAROM_SECRET).verify(body, request.headers)
if (note.type === 'suppression.added') stopMailing(note.data.address)`,
  Python: `from standardwebhooks.webhooks import Webhook

# body: the text as it came
note = Webhook(os.environ["CAROM_SECRET"]).verify(body, headers)
if note["type"] == "suppression.added":
    stop_mailing(note["data"]["address"])`,
  'By hand': `key       = base64 of what follows whsec_
expected  = "v1," + base64(HMAC-SHA256(key, id + "." + timestamp + "." + body))

id        = header webhook-id: the same at each try; take each id once
timestamp = header webhook-timestamp, in seconds; refuse what is over 5 minutes off
signature = header webhook-signature: several, with spaces between; one must be as expected`,
} as const

type Language = keyof typeof SAMPLES

export function VerifyGuide() {
  const [language, setLanguage] = useState<Language>('JavaScript')
  return (
    <Stack gap="xs" component="section" aria-label="Check the signature">
      <Title order={3} size="h5">Check the signature</Title>
      <Text size="sm" c="dimmed">
        Each request is signed as{' '}
        <Anchor href="https://www.standardwebhooks.com/" target="_blank" rel="noreferrer" inherit>
          Standard Webhooks
        </Anchor>{' '}
        describes. Answer 2xx within five seconds; else it is tried again for days.
      </Text>
      <SegmentedControl
        data={Object.keys(SAMPLES)} value={language} aria-label="Language"
        onChange={(chosen) => setLanguage(chosen as Language)}
      />
      <CodeSample label={`In ${language === 'By hand' ? 'any language' : language}`}
        code={SAMPLES[language]} />
    </Stack>
  )
}
