// Haraka plugin: refuses recipients that Carom holds back. Copy it to Haraka's plugins/carom.js, add
// `carom` to config/plugins before the rcpt plugins that accept, and write config/carom.json:
//   { "url": "http://127.0.0.1:8025", "key": "carom_…", "list": "", "timeoutMs": 2000, "onTrouble": "accept" }
// `onTrouble` is what happens where Carom does not answer: "accept", or "defer" (450).

'use strict'

exports.register = function () {
  this.settings = {
    url: 'http://127.0.0.1:8025', list: '', timeoutMs: 2000, onTrouble: 'accept',
    ...this.config.get('carom.json', 'json'),
  }
}

exports.hook_rcpt = async function (next, connection, params) {
  const address = params[0].address()
  const { url, key, list, timeoutMs, onTrouble } = this.settings
  const query = new URLSearchParams({ address, ...(list === '' ? {} : { list }) })
  try {
    const response = await fetch(`${url}/v1/check?${query}`, {
      headers: { authorization: `Bearer ${key}` }, signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) throw new Error(`Carom answered ${response.status}`)
    const { answer, reason } = await response.json()
    const text = `Recipient is on the suppression list (${reason})`
    if (answer === 'do-not-send') return next(DENY, text)
    if (answer === 'hold') return next(DENYSOFT, text)
  } catch (error) {
    connection.logerror(this, `Carom could not be asked: ${error.message}`)
    if (onTrouble === 'defer') return next(DENYSOFT, 'The suppression list cannot be read now')
  }
  next()
}
