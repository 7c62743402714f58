// Swedish and English say the same things, and every text that the code asks for is there.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { makeForeign, type Texts } from './pseudoLocale'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const languages = ['sv', 'en'] as const
const pluralForm = /_(zero|one|two|few|many|other)$/

function findFiles(folder: string, ending: RegExp): string[] {
  return readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => resolve(root, folder, path))
}

function readTexts(language: string, namespace: string): Texts {
  return JSON.parse(
    readFileSync(resolve(root, `resources/locales/${language}/${namespace}.json`), 'utf8'),
  ) as Texts
}

function flatten(texts: Texts, before = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, text] of Object.entries(texts))
    if (typeof text === 'string') flat.set(before + key, text)
    else flatten(text, `${before}${key}.`).forEach((inner, path) => flat.set(path, inner))
  return flat
}

const namespacesOf = (language: string) =>
  findFiles(`resources/locales/${language}`, /\.json$/)
    .map((path) => basename(path, '.json'))
    .sort()
const values = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((found) => found[1]!).sort()

test('both languages have the same files', () => {
  expect(namespacesOf('sv').length).toBeGreaterThan(0)
  expect(namespacesOf('sv')).toEqual(namespacesOf('en'))
})

describe.each(namespacesOf('sv'))('%s', (namespace) => {
  const texts = new Map(languages.map((language) => [language, flatten(readTexts(language, namespace))]))

  test('has the same keys and values in both languages, none empty', () => {
    expect([...texts.get('sv')!.keys()].sort()).toEqual([...texts.get('en')!.keys()].sort())
    for (const [language, flat] of texts)
      for (const [key, text] of flat) {
        expect(text.trim(), `${language} ${key}`).not.toBe('')
        const other = texts.get(language === 'sv' ? 'en' : 'sv')!.get(key)!
        if (!pluralForm.test(key)) expect(values(text), `${language} ${key}`).toEqual(values(other))
      }
  })

  test('has every plural form', () => {
    for (const [language, flat] of texts) {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      const counted = [...flat.keys()]
        .filter((key) => pluralForm.test(key))
        .map((key) => key.replace(pluralForm, ''))
      for (const base of counted)
        for (const form of forms) expect([...flat.keys()], language).toContain(`${base}_${form}`)
    }
  })
})

test('every text that the code names is there', () => {
  const known = new Map(
    namespacesOf('en').map((namespace) => [namespace, flatten(readTexts('en', namespace))] as const),
  )
  const missing: string[] = []
  let seen = 0
  for (const path of findFiles('renderer', /(?<!\.test)\.tsx?$/)) {
    const code = readFileSync(path, 'utf8')
    const bound = new Map<string, string[]>()
    for (const [, variable, namespace] of code.matchAll(/const (\w+) = useText\('([\w-]+)'\)/g))
      bound.set(variable!, [...(bound.get(variable!) ?? []), namespace!])
    for (const [variable, namespaces] of bound)
      for (const [, key] of code.matchAll(new RegExp(`(?<![\\w.])${variable}\\(\\s*'([^']+)'`, 'g'))) {
        seen++
        const forms = [key!, `${key}_other`]
        if (!namespaces.some((namespace) => forms.some((form) => known.get(namespace)?.has(form))))
          missing.push(`${path.slice(root.length + 1)}: ${namespaces.join('|')} ${key}`)
      }
  }
  expect(missing).toEqual([])
  expect(seen).toBeGreaterThan(10)
})

test('the foreign test language keeps values and tags', () => {
  const foreign = makeForeign({ greeting: 'Hello {{name}} in <b>town</b>' }).greeting as string
  expect(foreign).toContain('{{name}}')
  expect(foreign).toContain('<b>')
  expect(foreign).not.toContain('Hello')
})
