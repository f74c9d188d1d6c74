// A script for forms on web pages: asks "Did you mean …?" below an address that looks mistyped. It
// knows a few providers by heart, changes nothing by itself and sends nothing anywhere.

const PROVIDERS = ('gmail.com yahoo.com hotmail.com outlook.com icloud.com aol.com live.com ' +
  'msn.com googlemail.com mail.com email.com ymail.com rocketmail.com proton.me protonmail.com ' +
  'fastmail.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de posteo.de ' +
  'mailbox.org bluewin.ch orange.fr wanadoo.fr laposte.net libero.it virgilio.it alice.it ' +
  'telefonica.net uol.com.br terra.com.br ziggo.nl kpnmail.nl telenet.be skynet.be wp.pl onet.pl ' +
  'interia.pl seznam.cz comcast.net verizon.net sbcglobal.net bellsouth.net btinternet.com ' +
  'virginmedia.com bigpond.com mail.ru yandex.ru').split(' ')

/** Endings that are none. */
const ENDINGS: Readonly<Record<string, string>> = {
  con: 'com', cmo: 'com', ocm: 'com', comm: 'com', coom: 'com', vom: 'com', xom: 'com',
  cpm: 'com', clm: 'com', nett: 'net', ner: 'net', nte: 'net', ogr: 'org', orgg: 'org',
}

const QUESTIONS: Readonly<Record<string, string>> = {
  en: 'Did you mean {}?', de: 'Meinten Sie {}?', fr: 'Vouliez-vous dire {} ?',
  es: '¿Quiso decir {}?', it: 'Intendevi {}?', pt: 'Queria dizer {}?', nl: 'Bedoelde u {}?',
  pl: 'Czy chodziło o {}?',
}

/** Names of fewer letters are like too many others. */
const NAME_CHARS_MIN = 4
const DOMAIN_CHARS_MAX = 60

/** What was probably meant; undefined where nothing looks mistyped. */
function suggest(address: string): string | undefined {
  const at = address.lastIndexOf('@')
  const typed = address.slice(at + 1).toLowerCase()
  if (at < 1 || typed.length > DOMAIN_CHARS_MAX || PROVIDERS.includes(typed)) return undefined
  const dot = typed.lastIndexOf('.')
  const ending = ENDINGS[typed.slice(dot + 1)]
  const domain = ending === undefined ? typed : typed.slice(0, dot + 1) + ending
  const meant = PROVIDERS.find((known) => known === domain) ?? PROVIDERS.find((known) => {
    const [name = '', ...rest] = known.split('.')
    const [own = '', ...ownRest] = domain.split('.')
    return rest.join() === ownRest.join() && name.length >= NAME_CHARS_MIN && isOneSlip(own, name)
  })
  const result = meant ?? domain
  return result === typed ? undefined : address.slice(0, at + 1) + result
}

/** One letter more, fewer, another, or two swapped. */
function isOneSlip(typed: string, meant: string): boolean {
  let i = 0
  while (i < meant.length && typed[i] === meant[i]) i++
  const [a, b] = [typed.slice(i), meant.slice(i)]
  return a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
}

function ask(field: HTMLInputElement): void {
  const place = field.nextElementSibling
  const isThere = place instanceof HTMLElement && place.dataset['carom'] === 'typo'
  const line = isThere ? place : document.createElement('div')
  const meant = suggest(field.value.trim())
  line.textContent = ''
  if (meant === undefined) return
  if (!isThere) {
    line.dataset['carom'] = 'typo'
    line.setAttribute('role', 'status')
    field.after(line)
  }
  const button = document.createElement('button')
  button.type = 'button'
  const language = document.documentElement.lang.slice(0, 2)
  const question = field.dataset['caromQuestion'] ?? QUESTIONS[language] ?? QUESTIONS['en'] ?? '{}'
  button.textContent = question.replace('{}', () => meant)
  button.addEventListener('click', () => {
    field.value = meant
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))
    field.focus()
  })
  line.append(button)
}

document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === 'email') ask(target)
})
