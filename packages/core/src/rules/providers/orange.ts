// The replies of Orange and Wanadoo.

import type { ProviderRules } from '../types.ts'

export const orange: ProviderRules = {
  id: 'orange',
  name: 'Orange and Wanadoo',
  hosts: ['orange.fr', 'wanadoo.fr', 'voila.fr', 'francetelecom.fr'],
  fingerprints: ['postmaster.orange.fr', 'smtp.orange.fr', 'OFR004', 'OFR005', 'OFR006', 'OFR007'],
  sources: [
    'https://www.postmastery.com/orange-postmaster-smtp-error-codes-ofr/',
    'https://postmaster.orange.fr',
  ],
  replies: [
    { id: 'invalid-recipient', match: 'un moins un destinataire invalide', reason: 'mailbox-unknown', anywhere: true },
    { id: 'invalid-recipient-2', match: 'adresse d au moins un destinataire invalide', reason: 'mailbox-unknown', anywhere: true },
    { id: 'full', match: 'boite du destinataire pleine', reason: 'mailbox-full', anywhere: true },
    { id: 'archived', match: 'boite du destinataire archivee', reason: 'mailbox-disabled', anywhere: true },
    { id: 'blocked-account', match: 'le compte du destinataire est bloque', reason: 'mailbox-disabled', anywhere: true },
    { id: 'invalid-sender', match: 'emetteur invalide', reason: 'sender-rejected', anywhere: true },
    { id: 'sender-domain-blacklisted', match: 'your domain has been blacklisted', reason: 'domain-reputation' },
    { id: 'not-owner', match: 'mail from not owned by user', reason: 'sender-rejected', anywhere: true },
    { id: 'spf', match: 'SPF/DNS de votre nom de domaine', reason: 'auth-failure', anywhere: true },
    { id: 'spf-not-allowed', match: 'is not allowed to send mail', reason: 'auth-failure' },
    { id: 'dmarc', match: 'mail rejected DMARC check failed', reason: 'auth-failure' },
    { id: 'login-code', match: 'code d\'authentification invalide', reason: 'smtp-auth-required', anywhere: true },
    { id: 'login', match: 'authentification requise', reason: 'smtp-auth-required', anywhere: true },
    { id: 'spam', match: 'mail rejete', reason: 'spam-content' },
    { id: 'spam-code', match: 'OFR_506', reason: 'spam-content' },
    { id: 'too-large', match: 'taille limite du message atteinte', reason: 'too-large', anywhere: true },
    { id: 'ip-spam-incident', match: 'IP source bloquee pour incident de spam', reason: 'ip-reputation', anywhere: true },
    { id: 'ip-spam-incident-2', match: 'client host blocked for spamming issues', reason: 'ip-reputation', anywhere: true },
    { id: 'connections', match: 'trop de connexions veuillez verifier', reason: 'rate-limited', anywhere: true },
    { id: 'listed', match: 'OFR_101', reason: 'ip-blocklisted' },
    { id: 'ip-blocked', match: 'OFR006_103', reason: 'ip-reputation' },
    { id: 'ip-blocked-2', match: 'OFR_103', reason: 'ip-reputation' },
    { id: 'ip-blocked-3', match: 'OFR006_102', reason: 'ip-reputation' },
    { id: 'ip-quota', match: 'OFR_510', reason: 'ip-reputation' },
    { id: 'ip-quota-2', match: 'OFR004_510', reason: 'ip-reputation' },
    { id: 'ip-quota-3', match: 'OFR_630', reason: 'ip-reputation' },
    { id: 'please-try-later', match: 'service refused please try later', reason: 'server-busy', anywhere: true },
    { id: 'essayer-plus-tard', match: 'veuillez essayer plus tard', reason: 'server-busy', anywhere: true },
  ],
}
