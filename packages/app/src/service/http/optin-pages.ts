// Routes below /optin: pages that need no key. A link opens a page and changes nothing; its button
// sends the token in the body, which is all the proof there is, so that no other site can press it.

import { setTimeout as sleep } from 'node:timers/promises'
import { z } from '@hono/zod-openapi'
import { mediaType, readBytes } from './body.ts'
import {
  addressField, fill, formTo, paragraph, plainPage, sendPage,
} from './optin-pages-html.ts'
import { OptinLanguageSchema } from './optin-schemas.ts'
import type { HttpDeps } from './options.ts'
import { Problem } from './problems.ts'
import { route, type Caller, type Method, type Route } from './route.ts'

type Optin = NonNullable<HttpDeps['optin']>
type ConfirmView = Awaited<ReturnType<Optin['look']>>
type Language = Parameters<Optin['texts']>[0]
type FixAnswer = Awaited<ReturnType<Optin['fix']>>

const FORM_BYTES_MAX = 10_000
const TOKEN_CHARS_MAX = 200
const NAME_CHARS_MAX = 400
const FORM = 'application/x-www-form-urlencoded'
/** The form answers after this time, whatever there was to do: nobody learns from it. */
const FORM_ANSWER_MS = 300

/** Scanners and mail systems add words of their own to links. */
const QUERY = z.object({ t: z.string().max(TOKEN_CHARS_MAX).default('') })

type Asked = {
  readonly optin: Optin
  readonly token: string
  /** Fields of the form; empty where there is none. */
  readonly form: URLSearchParams
  readonly request: Request
  readonly caller: Caller
}

export function optinPageRoutes(deps: HttpDeps): Route[] {
  const page = (
    method: Method & ('get' | 'post'), path: string, summary: string,
    answer: (asked: Asked) => Promise<Response>,
  ): Route => route({
    method, path, tag: 'Opt-in', scope: 'none', summary,
    ...method === 'get' ? { query: QUERY } : {
      raw: { contentTypes: [FORM], description: 'The form of the page.' },
    },
    answers: {
      description: 'A page.', contentTypes: ['text/html'], pages: [303, 403, 404, 410, 429],
    },
    problems: ['not-found'],
  }, async ({ query, request, caller }) => {
    const { optin } = deps
    if (optin === undefined) throw new Problem('not-found')
    const form = method === 'post' ? await readForm(request) : new URLSearchParams()
    const token = (query as { t?: string } | undefined)?.t ?? form.get('t') ?? ''
    return await answer({ optin, token, form, request, caller })
  })
  return [
    page('get', '/optin/confirm', 'Show what there is to confirm',
      async ({ optin, token, request }) =>
        showConfirm(optin, await optin.look(token), token, request)),
    page('post', '/optin/confirm', 'Confirm', confirm),
    page('post', '/optin/again', 'Send an expired link anew', again),
    page('get', '/optin/fix', 'Show which address mail does not reach', showFix),
    page('post', '/optin/fix', 'Give another address', fix),
    page('post', '/optin/subscribe', 'Sign up, from a form on a web page', subscribe),
  ]
}

async function readForm(request: Request): Promise<URLSearchParams> {
  if (mediaType(request) !== FORM) {
    throw new Problem('media-type-unsupported', { detail: `Send ${FORM}.` })
  }
  return new URLSearchParams(Buffer.from(await readBytes(request, FORM_BYTES_MAX)).toString())
}

function showConfirm(
  optin: Optin, view: ConfirmView, token: string, request: Request,
): Response {
  if (view.kind === 'wrong') return wrong(optin, request)
  const { kind, language, redirect } = view
  const texts = optin.texts(language)
  if (kind === 'confirmed') {
    return sendPage({
      language, title: texts.doneTitle, body: paragraph(fill(texts.doneText, view)),
    })
  }
  if (kind === 'expired') {
    return sendPage({
      language, status: 410, title: texts.expiredTitle,
      body: paragraph(texts.expiredText) + formTo('/optin/again', { t: token }, texts.againButton),
    })
  }
  return sendPage({
    language, title: texts.confirmTitle, leadsTo: redirect,
    body: paragraph(fill(texts.confirmText, view)) +
      formTo('/optin/confirm', { t: token }, texts.confirmButton),
  })
}

async function confirm({ optin, token, request }: Asked): Promise<Response> {
  const view = await optin.confirm(token)
  const isDone = view.kind === 'confirmed' && view.redirect !== undefined
  if (!isDone) return showConfirm(optin, view, token, request)
  return new Response(null, { status: 303, headers: {
    location: view.redirect, 'cache-control': 'no-store',
  } })
}

async function again({ optin, token, request, caller }: Asked): Promise<Response> {
  const view = await optin.again(token, caller.ip)
  if (view.kind !== 'expired') return showConfirm(optin, view, token, request)
  return plainPage(view.language, optin.texts(view.language), 'again')
}

async function showFix(
  { optin, token, request }: Asked, problem: 'fixInvalid' | 'fixSame' | undefined = undefined,
  typed: string = '',
): Promise<Response> {
  const view = await optin.lookFix(token)
  if (view.kind !== 'ready') return wrong(optin, request, view.kind === 'expired' ? 410 : 404)
  const { language } = view
  const texts = optin.texts(language)
  return sendPage({
    language, title: texts.fixTitle,
    body: paragraph(fill(texts.fixText, view, texts.why[view.why])) +
      (problem === undefined ? '' : paragraph(texts[problem])) +
      formTo('/optin/fix', { t: token }, texts.fixButton, {
        inside: addressField(texts.fixLabel, typed),
      }),
  })
}

async function fix(asked: Asked): Promise<Response> {
  const { optin, token, form, request, caller } = asked
  const view = await optin.lookFix(token)
  if (view.kind !== 'ready') return wrong(optin, request, view.kind === 'expired' ? 410 : 404)
  const address = (form.get('address') ?? '').slice(0, NAME_CHARS_MAX).trim()
  const isSure = form.get('sure') === '1'
  const [answer] = await Promise.all([
    optin.fix(token, { address, isSure }, caller.ip), sleep(FORM_ANSWER_MS),
  ])
  if (answer.kind === 'invalid') return await showFix(asked, 'fixInvalid', address)
  if (answer.kind === 'same') return await showFix(asked, 'fixSame', address)
  return showFixAnswer(optin, view.language, { answer, token, address })
}

function showFixAnswer(
  optin: Optin, language: Language,
  { answer, token, address }: {
    readonly answer: FixAnswer; readonly token: string; readonly address: string
  },
): Response {
  const texts = optin.texts(language)
  if (answer.kind === 'limited') return plainPage(language, texts, 'busy', 429)
  if (answer.kind !== 'suggestion') return plainPage(language, texts, 'fixDone')
  const named = (text: string, name: string): string => fill(text, { title: '', address: name })
  const choose = (text: string, name: string, isOther: boolean): string => formTo(
    '/optin/fix', { t: token, address: name, sure: '1' }, named(text, name), { isOther })
  return sendPage({
    language, title: named(texts.fixMeant, answer.suggestion),
    body: choose(texts.fixUse, answer.suggestion, false) + choose(texts.fixKeep, address, true),
  })
}

/** The same answer in the same time, whoever is known, suppressed, confirmed or none of it. */
async function subscribe({ optin, form, request, caller }: Asked): Promise<Response> {
  const list = (form.get('list') ?? '').slice(0, NAME_CHARS_MAX)
  const parsed = OptinLanguageSchema.safeParse(form.get('language'))
  const language = parsed.success ? parsed.data : languageOf(request)
  const texts = optin.texts(language)
  if (!optin.isOpenTo(list, request.headers.get('origin'))) {
    return plainPage(language, texts, 'closed', 403)
  }
  // Machines fill in every field, and people do not see this one.
  const isTrap = (form.get('website') ?? '') !== ''
  const address = (form.get('address') ?? form.get('email') ?? '').slice(0, NAME_CHARS_MAX)
  const work = isTrap ? undefined : optin.subscribe({ address, list, language, ip: caller.ip })
  await Promise.all([work, sleep(FORM_ANSWER_MS)])
  return plainPage(language, texts, 'asked')
}

function wrong(optin: Optin, request: Request, status: number = 404): Response {
  const language = languageOf(request)
  return plainPage(language, optin.texts(language), 'wrong', status)
}

/** The first language of the browser that there are texts in. */
function languageOf(request: Request): Language {
  const wanted = (request.headers.get('accept-language') ?? '').slice(0, NAME_CHARS_MAX)
  for (const part of wanted.split(',')) {
    const parsed = OptinLanguageSchema.safeParse(part.trim().slice(0, 2).toLowerCase())
    if (parsed.success) return parsed.data
  }
  return 'en'
}
