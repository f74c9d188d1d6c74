// What of the same campaign was refused for its content: the filters of receivers have judged it
// already, where some of it is out.

import type { Message } from '@carom/core'
import type { CampaignNames, MessageCheckOptions, MessageFinding, Refused } from './types.ts'

/** Fields in which sending systems name their campaigns. */
const FIELDS = ['x-campaign-id', 'x-campaign', 'x-campaignid', 'x-mailer-campaign', 'x-mc-tags']
const GROUPS_SHOWN = 3

export async function checkCampaign(
  message: Message, campaign: string | undefined,
  refused: NonNullable<MessageCheckOptions['refused']>,
): Promise<MessageFinding[]> {
  const names = namesOf(message, campaign)
  if (names.campaigns.length === 0 && names.subject === undefined) return []
  const found = await refused(names)
  const incidents = found.reduce((sum, one) => sum + one.incidents, 0)
  return incidents === 0 ? [] : [{
    area: 'campaign', id: 'campaign/refused', severity: 'weak',
    text: 'Of the same campaign ' +
      (incidents === 1 ? '1 message was ' : `${incidents} messages were `) +
      `refused for the content in thirty days: ${found.slice(0, GROUPS_SHOWN).map(describe)
        .join(', ')}${found.length > GROUPS_SHOWN ? ', …' : ''}.`,
    advice: 'Change what these receivers refuse before more of it goes out.',
  }]
}

function describe({ reason, receiver, incidents }: Refused): string {
  return `${reason} at ${receiver} (${incidents})`
}

/** Feedback-ID begins with the campaign: `campaign:customer:type:sender` (Gmail's form). */
function namesOf(message: Message, campaign: string | undefined): CampaignNames {
  const feedbackId = message.headerText('feedback-id')?.trim() ?? ''
  const campaigns = [
    campaign, feedbackId, feedbackId.split(':')[0],
    ...FIELDS.map((name) => message.headerText(name)),
  ].map((name) => name?.trim() ?? '').filter((name) => name !== '')
  const subject = message.headerText('subject')?.trim()
  return {
    campaigns: [...new Set(campaigns)],
    ...subject === undefined || subject === '' ? {} : { subject },
  }
}
