// What each result of a TLS report means, and what to do (RFC 8460 §4.3).

type ResultFacts = { readonly meaning: string; readonly remedy: string }

const TLS_RESULTS: Readonly<Record<string, ResultFacts>> = {
  'starttls-not-supported': {
    meaning: 'Your mail host did not offer STARTTLS.',
    remedy: 'Switch TLS on at every MX host, and look whether a firewall on the way removes the ' +
      'offer.',
  },
  'certificate-host-mismatch': {
    meaning: 'The certificate of your mail host is not for its name.',
    remedy: 'Get a certificate that names the MX host as it stands in the DNS.',
  },
  'certificate-expired': {
    meaning: 'The certificate of your mail host has expired.',
    remedy: 'Renew it now, and let it be renewed by itself; look whether the mail server has loaded ' +
      'the new one.',
  },
  'certificate-not-trusted': {
    meaning: 'The certificate of your mail host comes from nobody whom senders trust, or the chain ' +
      'is not whole.',
    remedy: 'Use a certificate of a public authority, and serve the intermediate ones with it.',
  },
  'validation-failure': {
    meaning: 'The certificate or the handshake failed for a reason that the sender does not name.',
    remedy: 'Try the host by openssl s_client -starttls smtp, and look at its protocol versions and ' +
      'ciphers.',
  },
  'tlsa-invalid': {
    meaning: 'No TLSA record (DANE) fits the certificate of your mail host.',
    remedy: 'Publish the TLSA record of the new certificate before it is used, and keep the old one ' +
      'beside it meanwhile.',
  },
  'dnssec-invalid': {
    meaning: 'The DNSSEC signatures of your domain or mail host do not hold.',
    remedy: 'Look at DS and DNSKEY at your registrar, and whether the signatures have expired.',
  },
  'dane-required': {
    meaning: 'The sender insists on DANE and found no valid TLSA record.',
    remedy: 'Publish TLSA records for every MX host in a signed zone.',
  },
  'sts-policy-fetch-error': {
    meaning: 'The MTA-STS policy could not be fetched.',
    remedy: 'Serve https://mta-sts.DOMAIN/.well-known/mta-sts.txt without redirects, or take the ' +
      'record _mta-sts away.',
  },
  'sts-policy-invalid': {
    meaning: 'The MTA-STS policy has a fault.',
    remedy: 'Write version, mode, mx and max_age, each on a line of its own.',
  },
  'sts-webpki-invalid': {
    meaning: 'The web host of the MTA-STS policy has no valid certificate.',
    remedy: 'Get a certificate for mta-sts.DOMAIN.',
  },
  'not-told': {
    meaning: 'Sessions failed, and the report does not tell why.',
    remedy: 'Ask the reporter where it goes on, and try your hosts yourself.',
  },
}

export function tlsResult(result: string, domain: string): ResultFacts {
  const { meaning, remedy } = Object.hasOwn(TLS_RESULTS, result)
    ? TLS_RESULTS[result] as ResultFacts
    : { meaning: `The sender calls it ${result}.`, remedy: 'Try your hosts yourself.' }
  return { meaning, remedy: remedy.replace('DOMAIN', domain) }
}
