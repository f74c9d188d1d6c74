// The replies of Proofpoint.

import type { ProviderRules } from '../types.ts'

export const proofpoint: ProviderRules = {
  id: 'proofpoint',
  name: 'Proofpoint',
  hosts: ['pphosted.com', 'ppe-hosted.com', 'proofpoint.com', 'gslb.pphosted.com'],
  fingerprints: ['pphosted.com', 'ppe-hosted.com'],
  sources: [
    'https://ipcheck.proofpoint.com',
    'https://help.proofpoint.com/Proofpoint_Essentials/Email_Security/Administrator_Topics/110_logs/Common_Error_Codes_found_in_Message_Details',
  ],
  replies: [
    { id: 'dynamic-reputation', match: 'Blocked - see https://ipcheck.proofpoint.com', reason: 'ip-blocklisted', anywhere: true },
    { id: 'reputation-check', match: 'ipcheck.proofpoint.com', reason: 'ip-blocklisted', anywhere: true },
    { id: 'reputation-check-old', match: 'support.proofpoint.com/dnsbl-lookup', reason: 'ip-blocklisted', anywhere: true },
    { id: 'reputation-list', match: 'blocked using prs.proofpoint.com', reason: 'ip-blocklisted', anywhere: true },
    { id: 'reputation-zone', match: 'prs.proofpoint.com', reason: 'ip-blocklisted', anywhere: true },
    { id: 'address-marked-invalid', match: 'user email address is marked as invalid', reason: 'mailbox-unknown', anywhere: true },
    { id: 'not-a-valid-address', match: 'this is not a valid email address', reason: 'mailbox-unknown' },
    { id: 'dmarc', match: 'email rejected per sender\'s DMARC policy', reason: 'auth-failure', anywhere: true },
    { id: 'local-policy', match: 'local policy violation', reason: 'policy' },
    { id: 'sender-domain', match: 'domain of sender address does not exist', reason: 'sender-rejected' },
    { id: 'relaying', match: 'relay access denied', replyCode: 550, enhancedCode: '5.7.2', reason: 'relay-denied' },
  ],
}
