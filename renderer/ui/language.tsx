// The interface's language: texts loaded a namespace at a time, numbers and dates as that language writes them.
import { createInstance } from 'i18next'
import { Suspense, use, useSyncExternalStore, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { Language } from '../../shared/bridge/bridge'
import { makeForeign, type Texts } from './pseudoLocale'

/** How each language writes dates and numbers, and which way it runs. */
export const localeOf = { sv: 'sv-SE', en: 'en-GB', 'x-rtl': 'en-Arab' } as const satisfies Record<
  Language,
  string
>

export type Text = (key: string, values?: Record<string, unknown>) => string

const files = import.meta.glob<Texts>('../../resources/locales/*/*.json', { import: 'default' })
const texts = createInstance()
const loading = new Map<string, Promise<void>>()
const wanted = new Set<string>()
const listeners = new Set<() => void>()
let current: Language = 'sv'
let version = 0

void texts.init({
  lng: localeOf.sv,
  fallbackLng: false,
  load: 'currentOnly',
  ns: [],
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
})

function load(language: Language, namespace: string): Promise<void> {
  const name = `${language}/${namespace}`
  const started = loading.get(name)
  if (started) return started
  const folder = language === 'x-rtl' ? 'en' : language
  const file = files[`../../resources/locales/${folder}/${namespace}.json`]
  if (!file) throw new Error(`no texts are called ${folder}/${namespace}`)
  const coming: Promise<void> = file().then((read) => {
    texts.addResourceBundle(localeOf[language], namespace, language === 'x-rtl' ? makeForeign(read) : read)
    // React reads this: what has come already makes no component wait.
    Object.assign(coming, { status: 'fulfilled' })
  })
  loading.set(name, coming)
  coming.catch(() => loading.delete(name))
  return coming
}

function show(language: Language): void {
  current = language
  version++
  document.documentElement.lang = localeOf[language]
  document.documentElement.dir = language === 'x-rtl' ? 'rtl' : 'ltr'
  listeners.forEach((changed) => changed())
}

/** Changes the language of everything on the page, once its texts are there. */
export async function setLanguage(language: Language): Promise<void> {
  await Promise.all([...wanted].map((namespace) => load(language, namespace)))
  await texts.changeLanguage(localeOf[language])
  show(language)
}

/** Sets the first language and loads these texts, so that the first drawing has words. */
export async function startLanguage(language: Language, namespaces: readonly string[]): Promise<void> {
  namespaces.forEach((namespace) => wanted.add(namespace))
  await setLanguage(language)
}

/** Fetches texts before they are needed, and with every change of language from then on. */
export function fetchTexts(namespace: string): Promise<void> {
  wanted.add(namespace)
  return load(current, namespace)
}

export const currentLanguage = (): Language => current

/** The language of this person's browser where we have it, else Swedish. */
export function languageOfBrowser(): Language {
  return navigator.languages.some((tag) => tag.startsWith('sv')) || !navigator.language.startsWith('en')
    ? 'sv'
    : 'en'
}

const subscribe = (changed: () => void) => {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** The language in use; the component is drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage)
}

const made = new Map<string, Text>()

/** The texts of one file, outside React. `startLanguage` or a component must have loaded them. */
export function textOf(namespace: string): Text {
  const name = `${current}/${namespace}/${version}`
  const kept = made.get(name)
  if (kept) return kept
  const fixed = texts.getFixedT(localeOf[current], namespace)
  const text: Text = (key, values) => fixed(key, values ?? {})
  made.set(name, text)
  return text
}

/** The texts of one file in resources/locales. Suspends until they are there. */
export function useText(namespace: string): Text {
  const language = useLanguage()
  wanted.add(namespace)
  use(load(language, namespace))
  return textOf(namespace)
}

/** Around the whole page: language for our widgets, and a place to wait for texts. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const language = useLanguage()
  return (
    <I18nProvider locale={localeOf[language]}>
      <Suspense fallback={null}>{children}</Suspense>
    </I18nProvider>
  )
}
